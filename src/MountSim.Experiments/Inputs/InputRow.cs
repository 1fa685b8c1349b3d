namespace MountSim.Experiments.Inputs;

/// <summary>A row of a table that somebody wrote.</summary>
/// <param name="Line">Its line in the file, the header being line 1.</param>
/// <param name="Cells">A cell a column of the table, without blanks around it.</param>
public sealed record InputRow(int Line, IReadOnlyList<string> Cells);
