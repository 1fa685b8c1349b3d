using System.CommandLine;
using System.Globalization;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Cli.Verbs.Sweeps;
using MountSim.Experiments;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>sweep</c>: a table of predictions over everything that varies.</summary>
internal sealed class SweepVerb
{
    private readonly SweepInput input = new();
    private readonly TextOption journal = new("--journal", "FILE", "Where rows are kept as they come, so that an interrupted sweep goes on; by default OUTPUT.journal, removed when the sweep is whole");
    private readonly TextOption plot = new("--plot", "FILE", "Draw the p99 start over the number that varies most, a line for each combination of the rest, as .svg or .png");
    private readonly IntegerOption threads = new("--threads", "Scenarios at a time; by default one a CPU. Never changes a result", 1, 1_024);
    private readonly OutputOptions output;
    private readonly Session session;

    private SweepVerb(Session session)
    {
        this.session = session;
        output = OutputOptions.ForSpreadsheets(OutputFormat.Csv, plot, journal);
    }

    public static Verb Create(Session session)
    {
        var verb = new SweepVerb(session);
        var command = new Verb(
            "sweep",
            "Predict every combination of the values given: any option takes a list (50,100), a range (50..1000:50) or a geometric range (50..800:x2). The option that comes last changes fastest.",
            [
                "mountsim sweep --containers 50..500:50 --runtime runc-1.5,crun-1.29 --output sweep.csv",
                "mountsim sweep --machine r5.metal,m7i.metal-24xl --containers 25..200:x2 --output sweep.xlsx",
                "mountsim sweep --design design.yaml --replications 3 --output sweep.csv",
                "mountsim sweep --set MD=4..16:4 --runtime crun-1.29 --containers 100",
            ],
            [new OptionGroup("Sweep", [verb.input.Design, verb.threads]), .. verb.input.Groups, verb.output.Group])
        {
            SweepPlanVerb.Create(session),
            SweepRunVerb.Create(session),
            SweepStatusVerb.Create(session),
            SweepMergeVerb.Create(session),
            SweepEmitVerb.Create(session),
        };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var outputs = new SweepOutputs(output.Format(parsed), output.Csv(parsed), output.Output(parsed), parsed.GetValue(plot), output.Quiet(parsed), CommandText.Of(parsed));
        var plan = input.Plan(parsed);
        outputs.Check();
        var kept = parsed.GetValue(journal) ?? (outputs.Output is null ? null : outputs.Output + ".journal");
        var failures = Run(plan, outputs, kept, parsed.GetValue(threads) ?? Environment.ProcessorCount);
        if (failures.Count == 0 && parsed.GetValue(journal) is null && kept is not null) File.Delete(kept);
        return SweepEndings.Report(failures, plan.Count, session);
    }

    private IReadOnlyList<SweepFailure> Run(SweepPlan plan, SweepOutputs outputs, string? kept, int atATime)
    {
        using var rows = SweepJournal.Open(kept, plan, Tool.Version);
        var sweep = new Sweep(plan, Predict, rows, atATime);
        using var line = outputs.Quiet || !session.Terminal.Progress ? null : new ProgressLine(session);
        var progress = line is null ? null : new SweepProgressReporter(line, session.Clock);
        try
        {
            if (outputs.Output is not null) sweep.Complete(progress, session.Cancellation);
            outputs.Write(plan, () => sweep.Failures, outputs.Output is null ? sweep.Run(progress, session.Cancellation) : sweep.Kept(), session, line);
        }
        catch (OperationCanceledException) when (kept is not null && !outputs.Quiet)
        {
            line?.Dispose();
            session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Positions().Count} of {plan.Count} rows are in {kept}; the same command goes on from there"));
            throw;
        }
        return sweep.Failures;
    }

    private PredictionSummary Predict(SweepScenario scenario, CancellationToken cancellation) =>
        session.Summarise(SweepFields.Apply(new PredictRequest { Threads = 1 }, scenario.Settings), cancellation);
}
