using MountSim.Reporting.Csv;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The forms that a report can be written in.</summary>
internal sealed record ReportForms<T>(
    Action<TextWriter, T, TableSettings> Table, Action<TextWriter, T, CsvDialect> Csv, Action<TextWriter, T, string?> Json, Func<T, byte[]> Workbook, Action<Stream, T, PlotFormat> Plot);
