namespace MountSim.Reporting.Spreadsheets;

/// <summary>A chart of its sheet: the first column is what is compared, each further column a series under its heading.</summary>
/// <param name="Title">Above the chart.</param>
/// <param name="Kind">Bars of names, or lines over numbers.</param>
/// <param name="CategoryTitle">The axis of the first column.</param>
/// <param name="ValueTitle">The axis of the series, with their unit.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Series">Columns after the first.</param>
public sealed record Chart(string Title, ChartKind Kind, string CategoryTitle, string ValueTitle, int Rows, int Series);
