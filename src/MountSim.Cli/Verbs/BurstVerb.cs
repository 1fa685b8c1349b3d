using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Bursts;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>burst</c>: a runtime model's starts done for real on this host.</summary>
internal sealed class BurstVerb
{
    private readonly RealBurstOptions burst = new();
    private readonly TextOption locks = new("--locks", "FILE", "Write a CSV row a lock and mode that was waited for, too");
    private readonly OutputOptions output;
    private readonly Session session;

    private BurstVerb(Session session)
    {
        this.session = session;
        output = new OutputOptions(OutputFormat.Table, locks);
    }

    public static Verb Create(Session session)
    {
        var verb = new BurstVerb(session);
        var command = new Verb(
            "burst",
            "Start containers for real, as a runtime model does, on this host: its system calls in mount namespaces that die with the burst. No container runtime is needed, and nothing is left.",
            [
                "mountsim burst",
                "mountsim burst --runtime crun-1.29 --containers 100 --concurrency 8 --runs 5",
                "mountsim burst --predict --profile host.json",
                "mountsim burst --format csv --output burst.csv --locks locks.csv",
            ],
            [.. verb.burst.Groups, verb.output.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var request = burst.Read(parsed);
        var locksFile = parsed.GetValue(locks);
        if (output.Output(parsed) is { } path) AtomicFile.Check("--output", path);
        if (locksFile is not null) AtomicFile.Check("--locks", locksFile);
        var report = Burst(request, output.Quiet(parsed));
        session.Cancellation.ThrowIfCancellationRequested();
        if (locksFile is not null) AtomicFile.WriteAll([OutputText.File("--locks", locksFile, writer => CsvTable.Write(writer, LocksColumns.All, report.Locks))]);
        output.Write(parsed, session, (writer, format, terminal) => Render(writer, report, format, terminal));
        return ExitCode.Done;
    }

    private BurstReport Burst(BurstRequest request, bool quiet)
    {
        using var line = quiet || !session.Terminal.Progress ? null : new ProgressLine(session);
        return session.Burst(request, line is null ? null : new PredictProgressReporter(line, "burst"), session.Cancellation).GetAwaiter().GetResult();
    }

    private static void Render(TextWriter writer, BurstReport report, OutputFormat format, Terminal terminal)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, PredictionColumns.All, report.Prediction is { } prediction ? [report.Summary, prediction.Summary] : [report.Summary]);
                break;
            case OutputFormat.Json:
                BurstJson.Write(writer, report);
                break;
            default:
                BurstTable.Write(writer, report, new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
