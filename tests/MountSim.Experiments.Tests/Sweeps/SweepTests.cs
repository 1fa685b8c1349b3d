using System.Collections.Concurrent;
using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Sweeps;

/// <summary>The sweep with a predictor that answers at once: order, failures, and what a journal promises.</summary>
public sealed class SweepTests : IDisposable
{
    private const string Version = "1.2.3";
    private static readonly SweepPlan Plan = Plans.Of(Plans.Axis("containers", "1..40"));

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-test-").FullName;
    private readonly ConcurrentBag<long> asked = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Rows_come_in_the_plans_order_whatever_the_threads(int threads)
    {
        using var journal = SweepJournal.Open(null, Plan, Version);
        Assert.Equal(Enumerable.Range(1, 40), Rows(new Sweep(Plan, Answer, journal, threads)).Select(row => row.Summary.Containers));
        Assert.Equal(40, asked.Count);
    }

    [Fact]
    public void A_row_has_the_scenarios_name()
    {
        using var journal = SweepJournal.Open(null, Plan, Version);
        Assert.Equal(Plan.Names(), Rows(new Sweep(Plan, Answer, journal, 4)).Select(row => row.Summary.Scenario));
    }

    [Fact]
    public void A_failing_scenario_is_named_and_spares_the_others()
    {
        using var journal = SweepJournal.Open(null, Plan, Version);
        var sweep = new Sweep(Plan, FailingAt(7, 13), journal, 4);
        Assert.Equal(38, Rows(sweep).Count);
        Assert.Equal([("containers=7", "--kernel: no"), ("containers=13", "a bug of ours: InvalidOperationException: x y")], sweep.Failures.Select(failure => (failure.Scenario.Name, failure.Problem)));
    }

    [Fact]
    public void What_the_journal_has_is_not_computed_again()
    {
        using (var journal = SweepJournal.Open(In("j"), Plan, Version)) Rows(new Sweep(Plan, FailingAt(7, 13), journal, 4));
        asked.Clear();
        using var again = SweepJournal.Open(In("j"), Plan, Version);
        Assert.Equal(40, Rows(new Sweep(Plan, Answer, again, 4)).Count);
        Assert.Equal([6L, 12], asked.Order());
    }

    [Fact]
    public void An_interrupted_sweep_keeps_its_rows()
    {
        using var interrupt = new CancellationTokenSource();
        using (var journal = SweepJournal.Open(In("j"), Plan, Version))
        {
            var sweep = new Sweep(Plan, Answer, journal, 1);
            Assert.Throws<OperationCanceledException>(() =>
            {
                foreach (var row in sweep.Run(null, interrupt.Token))
                {
                    if (row.Scenario.Position == 9) interrupt.Cancel();
                    interrupt.Token.ThrowIfCancellationRequested();
                }
            });
            Assert.InRange(journal.Positions().Count, 10, 40);
        }
        var kept = asked.Count;
        using var again = SweepJournal.Open(In("j"), Plan, Version);
        Assert.Equal(40, Rows(new Sweep(Plan, Answer, again, 1)).Count);
        Assert.Equal(40, asked.Distinct().Count());
        Assert.InRange(asked.Count, 40, 41); // the one that the interrupt met may be asked again
        Assert.True(kept >= 10);
    }

    [Fact]
    public void Doubles_come_back_bit_by_bit()
    {
        using var journal = SweepJournal.Open(In("j"), Plan, Version);
        var summary = Summaries.Of(3) with { StartP50Ms = 0.1 + 0.2, StartP95Ms = double.NaN, StartP99Ms = double.PositiveInfinity, MakespanMs = Math.PI, Seed = long.MaxValue };
        journal.Add(5, summary);
        Assert.Equal(summary, journal.Read(5));
    }

    [Fact]
    public void A_journal_of_another_sweep_or_version_is_refused()
    {
        SweepJournal.Open(In("j"), Plan, Version).Dispose();
        var other = Plans.Of(Plans.Axis("containers", "1..41"));
        Assert.Contains("the rows of another sweep; remove it to begin anew", Refusal(() => SweepJournal.Open(In("j"), other, Version)), StringComparison.Ordinal);
        Assert.Contains("rows of version 1.2.3, and this is 2.0.0", Refusal(() => SweepJournal.Open(In("j"), Plan, "2.0.0")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_in_use_is_refused()
    {
        using var mine = SweepJournal.Open(In("j"), Plan, Version);
        Assert.Contains("is in use by another process", Refusal(() => SweepJournal.Open(In("j"), Plan, Version)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_journal_is_refused_and_left_alone()
    {
        File.WriteAllText(In("j"), new string('x', 5000));
        Assert.Contains("is no journal of a sweep", Refusal(() => SweepJournal.Open(In("j"), Plan, Version)), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Refusal(() => SweepJournal.Open(In("no/such/j"), Plan, Version)), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(In("j")));
    }

    [Fact]
    public void A_closed_journal_is_one_file()
    {
        SweepJournal.Open(In("j"), Plan, Version).Dispose();
        Assert.Equal(["j"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private static string Refusal(Func<SweepJournal> open) => Assert.Throws<ModelException>(open).Message;

    private static List<SweepRow> Rows(Sweep sweep) => [.. sweep.Run(null, TestContext.Current.CancellationToken)];

    private string In(string name) => Path.Combine(folder, name);

    private PredictionSummary Answer(SweepScenario scenario, CancellationToken cancellation)
    {
        asked.Add(scenario.Position);
        return Summaries.Of((int)scenario.Position + 1);
    }

    private Func<SweepScenario, CancellationToken, PredictionSummary> FailingAt(int bad, int broken) => (scenario, cancellation) =>
    {
        if (scenario.Position + 1 == bad) throw new ModelException("--kernel", "no");
        if (scenario.Position + 1 == broken) throw new InvalidOperationException("x\ny");
        return Answer(scenario, cancellation);
    };
}
