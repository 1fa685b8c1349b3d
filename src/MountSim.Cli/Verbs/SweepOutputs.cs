using MountSim.Cli.Options;
using MountSim.Experiments.Sweeps;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>Where a sweep goes: to standard output row by row as CSV, and whole in every other form.</summary>
internal sealed record SweepOutputs(OutputFormat Format, CsvDialect Dialect, string? Output, bool Quiet)
{
    public void Write(SweepPlan plan, Sweep sweep, IEnumerable<SweepRow> rows, Session session, ProgressLine? line)
    {
        if (Output is not { } path)
        {
            Render(session.Out, plan, sweep, rows, session.Terminal);
            return;
        }
        var file = Format == OutputFormat.Xlsx
            ? new OutputFile("--output", path, SweepWorkbook.Bytes(plan, [.. rows]))
            : OutputText.File("--output", path, writer => Render(writer, plan, sweep, rows, Terminal.Pipe));
        session.Cancellation.ThrowIfCancellationRequested();
        AtomicFile.WriteAll([file]);
        line?.Dispose();
        if (!Quiet) session.Error.WriteLine(OutputOptions.Wrote(path, Format, Dialect));
    }

    private void Render(TextWriter writer, SweepPlan plan, Sweep sweep, IEnumerable<SweepRow> rows, Terminal terminal)
    {
        switch (Format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, SweepColumns.Of(plan), rows, Dialect);
                break;
            case OutputFormat.Json:
                SweepJson.Write(writer, plan, [.. rows], sweep.Failures);
                break;
            default:
                SweepTable.Write(writer, plan, [.. rows], new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
