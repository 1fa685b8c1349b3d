using System.CommandLine;
using System.Globalization;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Fleets;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Shards;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>fleet</c>: what each class of hosts takes, and how many hosts a demand needs.</summary>
internal sealed class FleetVerb
{
    private const string DefaultTarget = "start_p99_ms<=10000";
    private const int MostClasses = 1_000_000;

    private static readonly ReportForms<FleetReport> Forms = new(
        FleetTable.Write,
        (writer, report, dialect) => CsvTable.Write(writer, FleetColumns.Of(report.Table), report.Rows, dialect),
        FleetJson.Write,
        FleetWorkbook.Bytes,
        FleetPlot.Write);

    private readonly Argument<string?> file = new("FILE") { HelpName = "[FILE.csv]", Arity = ArgumentArity.ZeroOrOne, Description = "The classes of hosts, a row each" };
    private readonly TextsOption slo = new("--slo", "TARGET", $"A result of predict and its limit, such as start_p99_ms<=10s (quote it). May be given more than once; all must hold [{DefaultTarget}]");
    private readonly IntegerOption furthest = new("--search-to", "The search for the largest safe burst ends at so many times the planned burst", 1, 1_000, 4);
    private readonly Option<bool> keepGoing = new("--keep-going") { Description = "Plan the sound rows when others are wrong; the exit code is then 4" };
    private readonly IntegerOption example = new("--example", "Print a made-up fleet of so many classes, a start for a table of your own", 1, MostClasses);
    private readonly ShardOptions shards = new("fleet", alone: false);
    private readonly TextOption from = new("--from", "DIR", "Plan from the parts in a folder of --out instead of computing: the same bytes as on one machine, however many shards. Refuses gaps, parts of another question and of another version");
    private readonly RequestOptions scenario = new("precision", "max-replications");
    private readonly ReportOutputs<FleetReport> outputs = new(Forms, "Draw planned and largest safe bursts of the tightest classes");
    private readonly Session session;

    private FleetVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new FleetVerb(session);
        var command = new Verb(
            "fleet",
            "Plan a fleet. A CSV of host classes goes in: class, hosts, demand_containers (all bursts together; by default hosts times containers), and any option of a scenario as a column: machine, kernel, runtime, "
            + "layers, volumes, containers (the burst of a host), host_mounts, ...; options given here hold for rows that do not say. Other columns pass through. A plan comes out: start times, the lock that binds, the largest "
            + "safe burst, headroom, the best mitigation and what it buys, hosts needed. Comma, semicolon (with decimal commas) and tab are understood.",
            [
                "mountsim fleet hosts.csv --output plan.xlsx",
                "mountsim fleet hosts.csv --slo \"start_p99_ms<=2s\" --output plan.csv",
                "mountsim fleet hosts.csv --keep-going --csv-dialect excel-eu --output plan.csv",
                "mountsim fleet --example 12 > hosts.csv",
                "mountsim fleet hosts.csv --shard 0/40 --out parts",
                "mountsim fleet hosts.csv --from parts --output plan.xlsx",
            ],
            [new OptionGroup("Fleet", [verb.slo, verb.furthest, verb.keepGoing, verb.example]), new OptionGroup(ShardOptions.Title, [.. verb.shards.All, verb.from]), .. verb.scenario.Groups, verb.outputs.Group]);
        command.Arguments.Add(verb.file);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(example) is { } classes) return WriteExample(classes);
        if (parsed.GetValue(file) is not { } path) return UsageError.Report(["mountsim fleet: no FILE given"], "mountsim fleet", session.Error);
        var folder = Folder(parsed);
        var request = scenario.Read(parsed);
        var targets = slo.Read(parsed) is { Count: > 0 } given ? given : [DefaultTarget];
        var question = new FleetQuestion([.. targets.Select(Slo.Parse)], parsed.GetValue(furthest)!.Value, request.Threads);
        var input = FleetInput.Read(InputTable.Read(path), request);
        foreach (var problem in input.Problems) session.Error.WriteLine($"error: {OneLine.Of(problem.Message)}");
        if (input.Problems.Count > 0 && !parsed.GetValue(keepGoing))
        {
            session.Error.WriteLine("Nothing was planned; --keep-going plans the other rows.");
            return ExitCode.BadInput;
        }
        foreach (var remark in input.Remarks.Where(_ => !outputs.Quiet(parsed))) session.Error.WriteLine($"note: {OneLine.Of(remark)}");
        var plan = new FleetPlan(input, question);
        if (folder is not null) Compute(plan, folder, parsed);
        else outputs.Run(parsed, session, "fleet", (progress, cancellation) => Report(plan, parsed.GetValue(from), progress, cancellation));
        if (input.Problems.Count == 0) return ExitCode.Done;
        var wrong = input.Table.Rows.Count - input.Classes.Count;
        session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wrong} of {input.Table.Rows.Count} rows are wrong; the others are planned"));
        return ExitCode.Partial;
    }

    // A run makes a part, or a report of parts that are there, or a report of its own.
    private string? Folder(ParseResult parsed)
    {
        var (folder, parts) = (shards.Folder(parsed), parsed.GetValue(from));
        if (folder is null) return null;
        if (parts is not null) throw new ModelException(from.Name, $"found '{parts}' with --out; allowed: --out for each shard, then --from");
        outputs.CheckNone(parsed, "--out", "with --from, once all shards are there");
        return folder;
    }

    private FleetReport Report(FleetPlan plan, string? parts, IProgress<PredictProgress>? progress, CancellationToken cancellation) =>
        parts is null ? plan.Report(session.AnswerFleet(plan.Scenarios, plan.Question, progress, cancellation)) : FleetParts.Report(from.Name, parts, plan, Tool.Version);

    private void Compute(FleetPlan plan, string folder, ParseResult parsed)
    {
        var mine = shards.Shard(parsed, session);
        var about = FleetFile.Of(plan, mine.Count, Tool.Version);
        var task = new ShardTask(folder, about.Work(), about.Bytes(), mine, outputs.Quiet(parsed), session);
        if (task.IsDone()) return;
        var positions = ShardDeal.Positions(plan, mine);
        IReadOnlyList<PredictRequest> scenarios = [.. positions.Select(position => plan.Scenarios[position])];
        var answers = outputs.WithProgress(parsed, session, "fleet", (progress, cancellation) => session.AnswerFleet(scenarios, plan.Question, progress, cancellation));
        session.Cancellation.ThrowIfCancellationRequested();
        task.Write(positions.Count, failures: 0, (stream, header) => Part.Write(stream, header, positions.Zip(answers, (position, answer) => new FleetLine(position, answer))));
    }

    private int WriteExample(int classes)
    {
        var columns = new ColumnList<IReadOnlyList<object>>();
        for (var index = 0; index < FleetExample.Columns.Count; index++)
        {
            var at = index;
            columns.Add(new Column<IReadOnlyList<object>>(FleetExample.Columns[at], null, CellKind.Mixed, row => row[at]));
        }
        CsvTable.Write(session.Out, columns, FleetExample.Rows(classes));
        return ExitCode.Done;
    }
}
