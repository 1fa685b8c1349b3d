using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Planning;
using MountSim.Model.Checks;
using MountSim.Model.Traces;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Models;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>models check</c>: are the models sound, and do the kernels take the locks that real ones were traced to take?</summary>
internal sealed class ModelsCheckVerb
{
    private readonly Argument<string[]> names = new("NAME") { HelpName = "[NAME...]", Arity = ArgumentArity.ZeroOrMore, Description = "Models by name or path" };
    private readonly TextOption against = new("--against", "DIR", "Hold the kernels to lock traces: lock-trace.csv, lock-ops.csv, lock-ops-cpus.csv");
    private readonly TextOption kernel = new("--kernel", "NAME", "Hold this kernel model to all of the traces, also to those of other versions");
    private readonly OutputOptions output = new(OutputFormat.Table);

    public static Verb Create(Session session)
    {
        var check = new ModelsCheckVerb();
        var verb = new Verb(
            "check",
            "Check the models: references, lock order, sources; with traces, that kernels take the traced locks.",
            ["mountsim models check", "mountsim models check mine.yaml", "mountsim models check --against traces --format csv --output matches.csv"],
            [new OptionGroup("Traces", [check.against, check.kernel]), check.output.Group]);
        verb.Arguments.Add(check.names);
        verb.SetAction(parsed => check.Run(parsed, session));
        return verb;
    }

    private int Run(ParseResult parsed, Session session)
    {
        if (parsed.GetValue(kernel) is { } alone && parsed.GetValue(against) is null)
            return UsageError.Report([$"--kernel: found '{alone}' without --against; allowed: both"], "mountsim models check", session.Error);
        var traces = parsed.GetValue(against) is { } directory ? TraceReader.Read(directory) : null;
        var models = ModelCheck.Run(parsed.GetValue(names) ?? [], MitigationRequest.Problems, session.Cancellation);
        var matches = traces is null ? null : TraceComparer.Compare(traces, parsed.GetValue(kernel));
        output.Write(parsed, session, (writer, format, terminal) => Render(writer, format, terminal, CheckRow.Of(models), matches));
        var csvOfTraces = matches is not null && output.Format(parsed) == OutputFormat.Csv;
        foreach (var row in CheckRow.Of(models).Where(row => csvOfTraces && row.Problem is not null)) session.Error.WriteLine($"error: {row.Place}: {row.Problem}");
        foreach (var skipped in (matches ?? []).Where(match => !match.HasModel && !output.Quiet(parsed))) session.Error.WriteLine($"warning: skipped the traces of {skipped.Release}: {skipped.Note}");
        return models.All(model => model.IsSound) && (matches ?? []).All(match => match.Operations.All(item => item.Agrees)) ? ExitCode.Done : ExitCode.AnsweredNo;
    }

    private static void Render(TextWriter writer, OutputFormat format, Terminal terminal, IReadOnlyList<CheckRow> rows, IReadOnlyList<KernelMatch>? matches)
    {
        var settings = new TableSettings(terminal.Width, terminal.Color);
        switch (format)
        {
            case OutputFormat.Csv when matches is not null:
                CsvTable.Write(writer, MatchColumns.All, MatchRow.Of(matches));
                break;
            case OutputFormat.Csv:
                CsvTable.Write(writer, ChecksColumns.All, rows);
                break;
            case OutputFormat.Json:
                ChecksJson.Write(writer, rows, matches);
                break;
            default:
                ChecksTable.Write(writer, rows, settings);
                if (matches is not null) MatchTable.Write(writer, matches, settings);
                break;
        }
    }
}
