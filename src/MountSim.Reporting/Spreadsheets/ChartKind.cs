namespace MountSim.Reporting.Spreadsheets;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>A group of bars a name.</summary>
    Bars,
    /// <summary>A line a series, over numbers.</summary>
    Lines,
}
