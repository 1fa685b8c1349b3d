using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Validation.Claims;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>validate claims</c>: the article's claims, decided on this host.</summary>
internal static class ValidateClaimsVerb
{
    private const int Rounds = 15;

    public static Verb Create(Session session)
    {
        var rounds = new IntegerOption("--rounds", "Blocks of 20 samples an operation, and namespace of the watcher", 2, 1_000, Rounds);
        var seed = new SeedOption(1, "Decides the resampling of the intervals", int.MaxValue);
        var output = new OutputOptions(OutputFormat.Table);
        var verb = new Verb(
            "claims",
            "Decide each testable claim of a well-known article on this host: does mount(2) hold namespace_sem while it sets up, does the fd API shorten the hold, do namespaces contend with each other?",
            ["mountsim validate claims", "mountsim validate claims --rounds 50 --output claims.csv"],
            [new OptionGroup("Measurement", [rounds, seed]), output.Group]);
        verb.SetAction(parsed =>
        {
            if (output.Output(parsed) is { } path) AtomicFile.Check("--output", path);
            var report = Claims(session, output.Quiet(parsed), parsed.GetValue(rounds)!.Value, (int)parsed.GetValue(seed));
            session.Cancellation.ThrowIfCancellationRequested();
            output.Write(parsed, session, (writer, format, terminal) => Render(writer, report, format, terminal));
            if (output.Output(parsed) is not null && !output.Quiet(parsed)) session.Error.WriteLine(report.Summary);
            return report.Decided ? ExitCode.Done : ExitCode.AnsweredNo;
        });
        return verb;
    }

    private static ClaimReport Claims(Session session, bool quiet, int rounds, int seed)
    {
        using var line = quiet || !session.Terminal.Progress ? null : new ProgressLine(session);
        return session.ValidateClaims(rounds, seed, line is null ? null : new ValidationProgressReporter(line), session.Cancellation).GetAwaiter().GetResult();
    }

    private static void Render(TextWriter writer, ClaimReport report, OutputFormat format, Terminal terminal)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, ClaimsColumns.All, report.Claims);
                break;
            case OutputFormat.Json:
                ClaimsJson.Write(writer, report);
                break;
            default:
                ClaimsTable.Write(writer, report, new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
