using MountSim.Cli.Options;
using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>Where a sweep goes: to standard output row by row as CSV, and whole in every other form.</summary>
internal sealed record SweepOutputs(OutputFormat Format, CsvDialect Dialect, string? Output, string? Plot, bool Quiet, string Command)
{
    /// <summary>Refuses files that could not be written, before any work is done for them.</summary>
    public void Check()
    {
        if (Output is not null) AtomicFile.Check("--output", Output);
        if (Plot is null) return;
        PlotFile.FormatOf("--plot", Plot);
        AtomicFile.Check("--plot", Plot);
        if (Output is not null && Path.GetFullPath(Output) == Path.GetFullPath(Plot))
            throw new ModelException("--plot", $"'{Plot}' is also the file of --output; allowed: a file of its own");
    }

    public void Write(SweepPlan plan, Func<IReadOnlyList<SweepFailure>> failures, IEnumerable<SweepRow> rows, Session session, ProgressLine? line)
    {
        var drawn = new List<SweepRow>();
        var passing = Plot is null ? rows : rows.Select(row =>
        {
            drawn.Add(row);
            return row;
        });
        var files = new List<OutputFile>();
        if (Output is null) Render(session.Out, plan, failures, passing, session.Terminal);
        else files.Add(Result(Output, plan, failures, passing));
        if (Plot is not null) files.Add(new OutputFile("--plot", Plot, stream => SweepPlot.Write(stream, plan, drawn, PlotFile.FormatOf("--plot", Plot)))); // after the rows have passed
        session.Cancellation.ThrowIfCancellationRequested();
        AtomicFile.WriteAll(files);
        line?.Dispose();
        if (Quiet) return;
        foreach (var file in files) session.Error.WriteLine(OutputOptions.Wrote(file.Path, file.Option == "--output" ? Format : OutputFormat.Table, Dialect));
    }

    // A CSV is the form of long sweeps: it goes to the disk row by row, so that memory does not grow with their length.
    private OutputFile Result(string path, SweepPlan plan, Func<IReadOnlyList<SweepFailure>> failures, IEnumerable<SweepRow> rows) => Format switch
    {
        OutputFormat.Xlsx => new OutputFile("--output", path, SweepWorkbook.Bytes(plan, [.. rows])),
        OutputFormat.Csv => OutputText.Stream("--output", path, writer => Render(writer, plan, failures, rows, Terminal.Pipe)),
        _ => OutputText.File("--output", path, writer => Render(writer, plan, failures, rows, Terminal.Pipe)),
    };

    private void Render(TextWriter writer, SweepPlan plan, Func<IReadOnlyList<SweepFailure>> failures, IEnumerable<SweepRow> rows, Terminal terminal)
    {
        switch (Format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, SweepColumns.Of(plan), rows, Dialect);
                break;
            case OutputFormat.Json:
                SweepJson.Write(writer, plan, [.. rows], failures(), Command);
                break;
            default:
                SweepTable.Write(writer, plan, [.. rows], new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
