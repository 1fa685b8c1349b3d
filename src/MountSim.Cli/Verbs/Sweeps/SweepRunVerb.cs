using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Shards;
using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verb <c>sweep run</c>: the scenarios of one shard, into a part file.</summary>
internal sealed class SweepRunVerb
{
    private readonly SweepInput input = new();
    private readonly TextOption shard = new("--shard", "I/N", $"The shard, I from 0 to N - 1; by default what the scheduler says: {string.Join(", ", ArrayIndex.Variables)}");
    private readonly IntegerOption shards = new("--shards", "Shards in all, where the scheduler says an index alone or an array with holes", 1, Shard.Most);
    private readonly TextOption folder = new("--out", "DIR", "Folder that all shards of a sweep write to; made when it is not there") { Required = true };
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
            [new OptionGroup("Shard", [verb.input.Design, verb.shard, verb.shards, verb.folder, verb.threads, verb.quiet]), .. verb.input.Groups]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var mine = Mine(parsed);
        var plan = input.Plan(parsed);
        var (path, about) = (parsed.GetValue(folder)!, SweepFile.Of(plan, mine.Count, Tool.Version));
        Prepare(path, about);
        var part = Part.PathOf(path, mine);
        if (File.Exists(part) && Part.Open(part).Header is { Failures: 0 } there && there.WhyNot(about) is null)
        {
            if (!parsed.GetValue(quiet)) session.Error.WriteLine($"shard {mine} is in {part} already");
            return ExitCode.Done;
        }
        return Compute(plan, [.. ShardDeal.Positions(plan, mine, new EventEstimate())], about, mine, parsed);
    }

    private Shard Mine(ParseResult parsed)
    {
        if (parsed.GetValue(shard) is not { } text) return ArrayIndex.Of(session.Environment, parsed.GetValue(shards));
        var mine = Shard.Parse("--shard", text);
        return parsed.GetValue(shards) is { } all && all != mine.Count ? throw new ModelException("--shards", $"found '{Experiments.Requests.Numbers.Text(all)}' with --shard {mine}; allowed: one of the two") : mine;
    }

    private static void Prepare(string path, SweepFile about)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException("--out", $"'{path}' cannot be made: {failure.Message}");
        }
        about.CheckAgainst(path);
        // All shards write the same bytes, so it does not matter whose stay.
        var file = Path.Combine(path, SweepFile.Name);
        if (!File.Exists(file)) AtomicFile.WriteAll([new OutputFile("--out", file, about.Bytes())]);
    }

    // The rows wait in a journal that nobody sees, on a disk of this machine: a shared file system gets one file, in one go.
    private int Compute(SweepPlan plan, IReadOnlyList<long> positions, SweepFile about, Shard mine, ParseResult parsed)
    {
        using var journal = SweepJournal.Open(null, plan, Tool.Version);
        var sweep = new Sweep(plan, Predict, journal, parsed.GetValue(threads) ?? Environment.ProcessorCount, positions);
        using (var line = parsed.GetValue(quiet) || !session.Terminal.Progress ? null : new ProgressLine(session))
            sweep.Complete(line is null ? null : new SweepProgressReporter(line, session.Clock), session.Cancellation);
        var failures = sweep.Failures;
        var problems = failures.ToDictionary(failure => failure.Scenario.Position, failure => failure.Problem);
        var lines = positions.Select(position => problems.TryGetValue(position, out var problem) ? new PartLine(position, null, problem) : new PartLine(position, journal.Read(position), null));
        var part = Part.PathOf(parsed.GetValue(folder)!, mine);
        AtomicFile.WriteAll([new OutputFile("--out", part, stream => Part.Write(stream, PartHeader.Of(about, mine, positions.Count, failures.Count), lines))]);
        if (!parsed.GetValue(quiet)) session.Error.WriteLine($"wrote {part}");
        return SweepEndings.Report(failures, positions.Count, session);
    }

    private PredictionSummary Predict(SweepScenario scenario, CancellationToken cancellation) =>
        session.Summarise(SweepFields.Apply(new PredictRequest { Threads = 1 }, scenario.Settings), cancellation);
}
