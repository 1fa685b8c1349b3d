using MountSim.Calibration.Estimators;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Scheduling;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>The scheduling survey's figures: means over its rounds of what takes time, medians of the rest and of what frees take, which is what is left of larger times, with the bootstrap's intervals.</summary>
internal static class SchedulingFit
{
    /// <summary>Switches, the speed of all CPUs and time slices; null without rounds.</summary>
    internal static SchedulingCost? Cost(IReadOnlyList<SchedulingRound> rounds, Random random)
    {
        if (rounds.Count == 0)
            return null;
        List<double> slices = [.. rounds.Select(round => round.SliceNs).OfType<double>()];
        List<FreeLoop> frees = [.. rounds.Select(round => round.Frees).OfType<FreeLoop>()];
        return new SchedulingCost(
            Mean(rounds.Select(round => round.SwitchNs / 1000), random),
            // Faster together than alone is chance.
            Limited(Ratio(rounds.Select(round => round.SpeedOfAll), random)))
        {
            FreeMountMicroseconds = frees.Count == 0 ? null : Median(frees.Select(loop => loop.MountNs / 1000), random),
            FreeSuperblockMicroseconds = frees.Count == 0 ? null : Median(frees.Select(loop => loop.SuperblockNs / 1000), random),
            SliceMicroseconds = slices.Count == 0 ? null : Median(slices.Select(ns => ns / 1000), random),
        };
    }

    /// <summary>The grace period with what the loop tells of it: its length when one follows the other, and its thread's CPU time.</summary>
    /// <param name="grace">What single umounts tell.</param>
    /// <param name="rounds">The survey's.</param>
    /// <param name="explainedNs">What of an umount is no grace period, ns: the timer, the way into the kernel and the modelled instructions.</param>
    /// <param name="random">The bootstrap's.</param>
    internal static GraceCost Grace(GraceCost grace, IReadOnlyList<SchedulingRound> rounds, double explainedNs, Random random)
    {
        List<GraceLoop> loops = [.. rounds.Select(round => round.Grace).OfType<GraceLoop>()];
        if (loops.Count == 0)
            return grace;
        List<double> threads = [.. loops.Select(loop => loop.ThreadNs).OfType<double>()];
        List<double> callers = [.. loops.Select(loop => loop.ThreadNsOfMany).OfType<double>()];
        return grace with
        {
            BackToBackMicroseconds = Mean(loops.Select(loop => Math.Max(0, loop.UmountNs - explainedNs) / 1000), random),
            ThreadMicroseconds = threads.Count == 0 ? null : Mean(threads.Select(ns => ns / 1000), random),
            ThreadPerCallerMicroseconds = callers.Count == 0 ? null : Mean(callers.Select(ns => ns / 1000), random),
        };
    }

    private static Interval Mean(IEnumerable<double> values, Random random) => Rounded(BetweenRuns.AtLeast(BlockBootstrap.Mean(Blocks(values), random)));

    private static Interval Median(IEnumerable<double> values, Random random) => Rounded(BetweenRuns.AtLeast(BlockBootstrap.Median(Blocks(values), random)));

    // Both sides of it are of one moment, so that runs differ by no more than its rounds.
    private static Interval Ratio(IEnumerable<double> values, Random random) => Rounded(BlockBootstrap.Median(Blocks(values), random));

    private static IReadOnlyList<double[]> Blocks(IEnumerable<double> values) => [.. values.Select(value => new[] { value })];

    private static Interval Rounded(Interval i) => new(Math.Round(i.Value, 3), Math.Round(i.Low, 3), Math.Round(i.High, 3));

    private static Interval Limited(Interval speed) => new(Math.Min(1, speed.Value), Math.Min(1, speed.Low), Math.Min(1, speed.High));
}
