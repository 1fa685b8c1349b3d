using System.Text;
using MountSim.Experiments;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Tests;

/// <summary>The sample report in each form, as text.</summary>
internal static class Rendered
{
    public static string Csv(params IEnumerable<PredictionSummary> rows) => Text(writer => CsvTable.Write(writer, PredictionColumns.All, rows));

    public static string Locks(params IEnumerable<LockSummary> rows) => Text(writer => CsvTable.Write(writer, LocksColumns.All, rows));

    public static string Json(PredictionReport report) => Text(writer => PredictionJson.Write(writer, report));

    public static string Table(PredictionReport report, TableSettings settings) => Text(writer => PredictionTable.Write(writer, report, settings));

    public static byte[] Plot(PredictionReport report, PlotFormat format)
    {
        using var stream = new MemoryStream();
        PredictionPlot.Write(stream, report, format);
        return stream.ToArray();
    }

    public static string Svg(PredictionReport report) => Encoding.UTF8.GetString(Plot(report, PlotFormat.Svg));

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }
}
