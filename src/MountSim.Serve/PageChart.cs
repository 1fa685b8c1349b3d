namespace MountSim.Serve;

/// <summary>A picture of the answer.</summary>
/// <param name="Heading">What it shows.</param>
/// <param name="Caption">What a reader must know to read it.</param>
/// <param name="Svg">The picture.</param>
/// <param name="Alt">What it says, for who hears the page.</param>
internal sealed record PageChart(string Heading, string Caption, string Svg, string Alt);
