using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>Where a prediction goes: all files are checked before the work, rendered in memory, and written together.</summary>
internal sealed record PredictOutputs(OutputFormat Format, CsvDialect Dialect, string? Output, string? Locks, string? Plot, string? Trace, string Command)
{
    private IEnumerable<(string Option, string Path)> Targets =>
        new[] { ("--output", Output), ("--locks", Locks), ("--plot", Plot), ("--trace", Trace) }.Where(target => target.Item2 is not null).Select(target => (target.Item1, target.Item2!));

    public void Check()
    {
        if (Plot is not null) PlotFile.FormatOf("--plot", Plot);
        foreach (var (option, path) in Targets) AtomicFile.Check(option, path);
        foreach (var same in Targets.GroupBy(target => Path.GetFullPath(target.Path)).Where(group => group.Count() > 1))
            throw new ModelException(same.Last().Option, $"'{same.Last().Path}' is also the file of {same.First().Option}; allowed: a file of its own");
    }

    public void Write(PredictionReport report, OutputFile? trace, Session session, bool quiet)
    {
        var files = new List<OutputFile>();
        if (Output is not null) files.Add(Result(Output, report));
        if (Locks is not null) files.Add(OutputText.File("--locks", Locks, writer => CsvTable.Write(writer, LocksColumns.All, report.Locks, Dialect)));
        if (Plot is not null) files.Add(Picture(Plot, report));
        if (trace is not null) files.Add(trace);
        session.Cancellation.ThrowIfCancellationRequested();
        AtomicFile.WriteAll(files);
        if (Output is null) Render(session.Out, report, session.Terminal);
        if (quiet) return;
        foreach (var file in files) session.Error.WriteLine(OutputOptions.Wrote(file.Path, FormOf(file), Dialect));
    }

    private OutputFormat FormOf(OutputFile file) => file.Option switch
    {
        "--output" => Format,
        "--locks" => OutputFormat.Csv,
        _ => OutputFormat.Table,
    };

    private OutputFile Result(string path, PredictionReport report) => Format == OutputFormat.Xlsx
        ? new OutputFile("--output", path, PredictionWorkbook.Bytes(report))
        : OutputText.File("--output", path, writer => Render(writer, report, Terminal.Pipe));

    private void Render(TextWriter writer, PredictionReport report, Terminal terminal)
    {
        switch (Format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, PredictionColumns.All, [report.Summary], Dialect);
                break;
            case OutputFormat.Json:
                PredictionJson.Write(writer, report, Command);
                break;
            default:
                PredictionTable.Write(writer, report, new TableSettings(terminal.Width, terminal.Color, terminal.Blocks));
                break;
        }
    }

    private static OutputFile Picture(string path, PredictionReport report)
    {
        using var stream = new MemoryStream();
        PredictionPlot.Write(stream, report, PlotFile.FormatOf("--plot", path));
        return new OutputFile("--plot", path, stream.ToArray());
    }
}
