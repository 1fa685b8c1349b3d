using System.CommandLine;
using System.Globalization;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>sweep</c>: a table of predictions over everything that varies.</summary>
internal sealed class SweepVerb
{
    private readonly AxisOptions axes = new();
    private readonly TextOption design = new("--design", "FILE", "Scenarios from a file: .csv with a column an option and a row a scenario, or .yaml with a key an option. Options beside it win over the file");
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
            [new OptionGroup("Sweep", [verb.design, verb.threads]), .. verb.axes.Groups, verb.output.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var outputs = new SweepOutputs(output.Format(parsed), output.Csv(parsed), output.Output(parsed), parsed.GetValue(plot), output.Quiet(parsed), CommandText.Of(parsed));
        var grids = parsed.GetValue(design) is { } file ? SweepDesign.Read(file, new AxisReader()) : [new SweepGrid([], "the command line")];
        var given = axes.Read(parsed);
        var plan = new SweepPlan([.. grids.Select(grid => grid.With(given))]);
        outputs.Check();
        var kept = parsed.GetValue(journal) ?? (outputs.Output is null ? null : outputs.Output + ".journal");
        var failures = Run(plan, outputs, kept, parsed.GetValue(threads) ?? Environment.ProcessorCount);
        foreach (var failure in failures) session.Error.WriteLine($"error: scenario {failure.Scenario.Position + 1} ({failure.Scenario.Name}; {failure.Scenario.Place}): {failure.Problem}");
        if (failures.Count == 0)
        {
            if (parsed.GetValue(journal) is null && kept is not null) File.Delete(kept);
            return ExitCode.Done;
        }
        session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of {plan.Count} scenarios failed; the others are done"));
        return ExitCode.Partial;
    }

    private IReadOnlyList<SweepFailure> Run(SweepPlan plan, SweepOutputs outputs, string? kept, int atATime)
    {
        using var rows = SweepJournal.Open(kept, plan, Tool.Version);
        var sweep = new Sweep(plan, Predict, rows, atATime);
        using var line = outputs.Quiet || !session.Terminal.Progress ? null : new ProgressLine(session);
        var progress = line is null ? null : new SweepProgressReporter(line, session.Clock);
        try
        {
            outputs.Write(plan, sweep, sweep.Run(progress, session.Cancellation), session, line);
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
