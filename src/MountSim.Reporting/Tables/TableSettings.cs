namespace MountSim.Reporting.Tables;

/// <summary>What a table is drawn on.</summary>
/// <param name="Width">Columns of text.</param>
/// <param name="Color">Colours and bold, as escape sequences.</param>
/// <param name="Blocks">Block characters for small charts; else characters that every terminal and file has.</param>
public sealed record TableSettings(int Width, bool Color, bool Blocks = false);
