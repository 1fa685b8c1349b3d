namespace MountSim.Reporting.Tables;

/// <summary>What a table is drawn on.</summary>
/// <param name="Width">Columns of text.</param>
/// <param name="Color">Colours and bold, as escape sequences.</param>
public sealed record TableSettings(int Width, bool Color);
