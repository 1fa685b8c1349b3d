using System.Globalization;
using MountSim.Engine;
using MountSim.Engine.Tests.Statistics;
using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Locks;

/// <summary>The ticket lock's price of waiters: half a transfer each, and the collapse that it makes.</summary>
public class TicketLockCollapse(ITestOutputHelper output)
{
    private const int Seeds = 20;
    private const double TransferNs = 47; // Graviton2, one way

    [Fact]
    public void The_exact_solver_gives_the_computed_table_to_six_digits()
    {
        // Computed independently of this code from the chain above; 5 sets of (a, s, c) at 15 core counts.
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "boyd-wickizer-model.csv")).Skip(1).ToList();
        Assert.Equal(75, rows.Count);
        foreach (var row in rows)
        {
            var cells = row.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            var model = new BoydWickizer(cells[0], cells[1], cells[2], (int)cells[3]);
            Assert.Equal(cells[4], model.Speedup, 1e-6);
            Assert.Equal(cells[5], model.Rate * 1e6, 1e-5 * Math.Max(1, model.Rate * 1e5));
        }
    }

    [Fact]
    public void Its_peak_lies_where_the_table_says()
    {
        Assert.Equal(18, Enumerable.Range(1, 48).MaxBy(n => new BoydWickizer(10_000, 400, 100, n).Speedup));
        Assert.Equal(85, Enumerable.Range(1, 200).MaxBy(n => new BoydWickizer(100_000, 400, 100, n).Speedup));
    }

    [Theory]
    [InlineData(10_000, 400, 0, 48)]
    [InlineData(10_000, 400, 100, 8)]
    [InlineData(10_000, 400, 100, 16)]
    [InlineData(10_000, 400, 100, 32)]
    [InlineData(1_592, 121, 100, 12)]
    public void The_chain_simulated_as_events_lies_in_its_interval(double gap, double section, double transfer, int cores)
    {
        var model = new BoydWickizer(gap, section, transfer, cores);
        var runs = new BatchMeans[Seeds];
        Parallel.For(0, Seeds, i => runs[i] = BoydWickizerChain.Simulate(model, i + 1, 40, 25_000, 50_000));
        var missed = Enumerable.Range(1, Seeds).Where(seed => !Interval99.Contains(runs[seed - 1], 1 / model.Rate)).ToList();
        Assert.True(missed.Count <= 1, $"{model}: missed by seeds {string.Join(" ", missed)}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    public void The_lock_itself_follows_the_chain_within_ten_percent(int cores)
    {
        // What differs: the next holder's place is drawn at the release, of (k + 1)/2 transfers on average for k/2 in the chain, arrivals during the hand-off
        // do not lengthen it, and a free lock costs a whole transfer.
        var model = new BoydWickizer(10_000, 400, 100, cores);
        var rate = RateOf(LockVariety.TicketLock, model);
        output.WriteLine(FormattableString.Invariant($"n={cores}: chain {model.Rate:G6}, lock {rate:G6}, {(rate / model.Rate) - 1:P2}"));
        Assert.InRange(rate / model.Rate, 0.9, 1.1);
    }

    [Fact]
    public void A_hand_off_costs_half_a_transfer_a_waiter()
    {
        // Hardware: 21.0 ns a waiter.
        var (few, many) = (HandOff(8), HandOff(64));
        var slope = (many - few) / (64 - 8);
        output.WriteLine(FormattableString.Invariant($"{slope:G4} ns a waiter"));
        Assert.InRange(slope, 0.85 * TransferNs / 2, 1.15 * TransferNs / 2);
    }

    [Fact]
    public void It_collapses_where_the_queued_spinlock_does_not()
    {
        BoydWickizer At(int cores) => new(10_000, 400, 100, cores);
        var ticket = RateOf(LockVariety.TicketLock, At(48)) / RateOf(LockVariety.TicketLock, At(16));
        var queued = RateOf(LockVariety.QSpinLock, At(48)) / RateOf(LockVariety.QSpinLock, At(16));
        output.WriteLine(FormattableString.Invariant($"48 cores against 16: ticket {ticket:G4}, queued {queued:G4}"));
        Assert.True(ticket < 0.5, $"the ticket lock keeps {ticket}");
        Assert.True(queued > 0.95, $"the queued lock keeps {queued}");
    }

    // Mean time from one grant to the next, less the hold, when all waiters are always there.
    private static double HandOff(int waiters)
    {
        const int holds = 40_000;
        var lab = new Lab(Lab.Flat(waiters + 1, (long)(TransferNs * Lab.Nanosecond)));
        var gate = lab.Create(LockVariety.TicketLock);
        for (var i = 0; i <= waiters; i++) lab.Start(_ => LoopingTask.Forever(gate, () => 0, () => Lab.Microsecond));
        while (gate.Statistics(LockMode.Write).Acquisitions < holds) lab.RunTo(lab.Clock.Now.Picoseconds + Lab.Millisecond);
        return (lab.Clock.Now.Picoseconds / (double)gate.Statistics(LockMode.Write).Acquisitions / Lab.Nanosecond) - 1000;
    }

    // Acquisitions a ns, of 400,000 ns of warm-up dropped and 200,000 acquisitions.
    private static double RateOf(LockVariety variety, BoydWickizer model)
    {
        var lab = new Lab(Lab.Flat(model.Cores, (long)(model.Transfer * Lab.Nanosecond)));
        var gate = lab.Create(variety);
        var random = lab.Random("times");
        long Draw(double mean) => (long)(random.NextExponential(mean) * Lab.Nanosecond);
        for (var i = 0; i < model.Cores; i++) lab.Start(_ => LoopingTask.Forever(gate, () => Draw(model.Gap), () => Draw(model.Section)));
        lab.RunTo(400 * Lab.Microsecond);
        var (from, start) = (gate.Statistics(LockMode.Write).Acquisitions, lab.Clock.Now.Picoseconds);
        while (gate.Statistics(LockMode.Write).Acquisitions < from + 200_000) lab.RunTo(lab.Clock.Now.Picoseconds + Lab.Millisecond);
        return (gate.Statistics(LockMode.Write).Acquisitions - from) * (double)Lab.Nanosecond / (lab.Clock.Now.Picoseconds - start);
    }
}
