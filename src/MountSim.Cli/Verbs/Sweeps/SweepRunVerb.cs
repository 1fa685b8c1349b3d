using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Shards;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verb <c>sweep run</c>: the scenarios of one shard, into a part file.</summary>
internal sealed class SweepRunVerb
{
    private readonly SweepInput input = new();
    private readonly ShardOptions shards = new("sweep", alone: true);
    private readonly IntegerOption threads = new("--threads", "Scenarios at a time; by default one a CPU. Never changes a result", 1, 1_024);
    private readonly Option<bool> quiet = new("--quiet") { Description = "No progress and no remarks" };
    private readonly Session session;

    private SweepRunVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new SweepRunVerb(session);
        var command = new Verb(
            "run",
            "Predict the scenarios of one shard of a sweep, on one of many machines. The part is written whole or not at all, and a shard whose part is there is not computed again.",
            [
                "mountsim sweep run --design design.yaml --shard 0/40 --out parts",
                "mountsim sweep run --design design.yaml --shards 40 --out parts",
                "mountsim sweep merge parts --output sweep.csv",
            ],
            [new OptionGroup("Shard", [verb.input.Design, .. verb.shards.All, verb.threads, verb.quiet]), .. verb.input.Groups]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var mine = shards.Shard(parsed, session);
        var plan = input.Plan(parsed);
        var about = SweepFile.Of(plan, mine.Count, Tool.Version);
        var task = new ShardTask(shards.Folder(parsed)!, about.Work(), about.Bytes(), mine, parsed.GetValue(quiet), session);
        return task.IsDone() ? ExitCode.Done : Compute(plan, [.. ShardDeal.Positions(plan, mine, new EventEstimate())], task, parsed);
    }

    // The rows wait in a journal that nobody sees, on a disk of this machine: a shared file system gets one file, in one go.
    private int Compute(SweepPlan plan, IReadOnlyList<long> positions, ShardTask task, ParseResult parsed)
    {
        using var journal = SweepJournal.Open(null, plan, Tool.Version);
        var sweep = new Sweep(plan, Predict, journal, parsed.GetValue(threads) ?? Environment.ProcessorCount, positions);
        using (var line = parsed.GetValue(quiet) || !session.Terminal.Progress ? null : new ProgressLine(session))
            sweep.Complete(line is null ? null : new SweepProgressReporter(line, session.Clock), session.Cancellation);
        var failures = sweep.Failures;
        var problems = failures.ToDictionary(failure => failure.Scenario.Position, failure => failure.Problem);
        var lines = positions.Select(position => problems.TryGetValue(position, out var problem) ? new PartLine(position, null, problem) : new PartLine(position, journal.Read(position), null));
        task.Write(positions.Count, failures.Count, (stream, header) => Part.Write(stream, header, lines));
        return SweepEndings.Report(failures, positions.Count, session);
    }

    private PredictionSummary Predict(SweepScenario scenario, CancellationToken cancellation) =>
        session.Summarise(SweepFields.Apply(new PredictRequest { Threads = 1 }, scenario.Settings), cancellation);
}
