namespace MountSim.Serve;

/// <summary>A picture of the answer and what it shows in words, for who hears the page.</summary>
internal sealed record PageChart(string Svg, string Alt);
