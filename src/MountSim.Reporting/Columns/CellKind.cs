namespace MountSim.Reporting.Columns;

/// <summary>What a column's cells are, which decides how a spreadsheet shows them.</summary>
public enum CellKind
{
    /// <summary>Text, which no program may take for anything else.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A number with decimals.</summary>
    Real,
    /// <summary>A number that is 1 for the whole; spreadsheets show a percentage.</summary>
    Share,
    /// <summary>As each value is: a column that somebody else filled.</summary>
    Mixed,
}
