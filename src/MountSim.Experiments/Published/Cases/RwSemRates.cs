using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M10: rates of the rwsem before and after it was rewritten in 2019.</summary>
internal static class RwSemRates
{
    // E5-2695v4 (Broadwell): 43.5 ns in a socket, 118 across; a pair alone takes 34 ns on that machine, of which two atomics and the rest beside them.
    private const long SamePs = 43_500, CrossPs = 118_000, LocalPs = 7_000, HoldPs = 10_000, ThinkPs = 10_000;
    private const int CpusOfSocket = 16;
    private const string Spun = "the line is served first come, first served, and in one socket a transfer of compare-and-swap's ping-pong an atomic; hardware does two and more atomics while it has it";
    private const string Woken = "what the first sleeper's wake-up takes, 5 to 20 us by distance, is a guess, and decides the rate of 64 threads";
    private const string Awake = "in the model all spin at both numbers: its threads take turns in a fixed order, and no writer waits for readers longer than the spinners' limit. Once one has (5,069 and 6,293 times on hardware, commit 7d43f1ce9dd0), the spinners behind it go to sleep one after the other, and whether they stay asleep hangs on whether waking all the readers, one after the other, takes longer than that limit again: a wake-up's time is a guess. Left out is the slow path of each release while any sleeps (rwsem_wake)";

    public static PublishedCase Case { get; } = new(
        "M10",
        "Total rates of rwsem loops (Waiman Long, 2019): 4 sockets before the rewrite, writers, readers and both, at 2 to 64 threads; 8 sockets with 5.3's, both",
        "Rates of one kind of thread within a factor of two, as the benchmark's section and the machine's transfers are not given; what collapses within a factor of four; what stays flat within a half",
        run =>
        [
            Kops(run, "5.0 writers at 2 threads", LockVariety.RwSemXadd, 4, Write, 2, 6_807),
            Kops(run, "5.0 writers at 16 threads", LockVariety.RwSemXadd, 4, Write, 16, 6_693),
            Kops(run, "5.0 writers at 64 threads", LockVariety.RwSemXadd, 4, Write, 64, 5_812),
            Kops(run, "5.0 readers at 2 threads", LockVariety.RwSemXadd, 4, Read, 2, 13_299),
            Kops(run, "5.0 readers at 64 threads", LockVariety.RwSemXadd, 4, Read, 64, 15_495),
            ValidationRow.InBand("5.0 both: rate at 2 threads over 64", "", Over(run, LockVariety.RwSemXadd, InTurn, 4, 2, 64), Band.Factor(1_171 / 60.0, 4), Woken),
            ValidationRow.InBand("5.3 both: rate at 32 threads over 2", "", Over(run, LockVariety.RwSemReaderSpin, Halves, 8, 32, 2), Band.Factor(7_316 / 6_684.0, 1.5), Spun),
            ValidationRow.InBand("5.3 both: rate at 32 threads over 64", "", Over(run, LockVariety.RwSemReaderSpin, Halves, 8, 32, 64), Band.Factor(7_316 / 520.0, 4), Awake),
        ]);

    private static LockMode Write(int thread, int turn) => LockMode.Write;

    private static LockMode Read(int thread, int turn) => LockMode.Read;

    // "mixed means equal # of read and write locks" (LKML 2019-02-13): each thread takes both in turn, as one thread alone has a rate, too.
    private static LockMode InTurn(int thread, int turn) => turn % 2 == 0 ? LockMode.Write : LockMode.Read;

    // "with equal numbers of readers and writers" (7d43f1ce9dd0).
    private static LockMode Halves(int thread, int turn) => thread % 2 == 0 ? LockMode.Write : LockMode.Read;

    private static ValidationRow Kops(PublishedRun run, string quantity, LockVariety variety, int sockets, Func<int, int, LockMode> modes, int threads, double published) =>
        ValidationRow.InBand(quantity, "1/ms", Interval.Exact(Rate(run, variety, sockets, modes, threads)), Band.Factor(published, 2), Spun);

    private static Interval Over(PublishedRun run, LockVariety variety, Func<int, int, LockMode> modes, int sockets, int threads, int others) =>
        Interval.Exact(Rate(run, variety, sockets, modes, threads) / Rate(run, variety, sockets, modes, others));

    private static double Rate(PublishedRun run, LockVariety variety, int sockets, Func<int, int, LockMode> modes, int threads)
    {
        var bench = new LockBench(Sockets(sockets), run.Seed);
        return LockLoop.RateOf(bench, bench.Create(variety), modes, threads, HoldPs, ThinkPs, 20 * LockBench.Millisecond) / 1e3;
    }

    // Sixteen CPUs a socket, thread n on CPU n: no transfer between sockets fits into the 147 ns of two writers, and 64 threads have four sockets for themselves.
    private static Hardware Sockets(int sockets) => new(
        sockets * CpusOfSocket,
        (a, b) => a == b ? Distance.Self : a / CpusOfSocket == b / CpusOfSocket ? Distance.SameL3 : Distance.CrossSocket,
        [0, SamePs, SamePs, SamePs, CrossPs]) { LocalAtomicPs = LocalPs };
}
