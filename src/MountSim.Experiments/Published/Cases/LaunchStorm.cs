using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M2: which machine stands how many starts at once.</summary>
internal static class LaunchStorm
{
    private const double FailMs = 30_000;
    private const int Few = 20, Many = 100, Step = 10, Most = 300;

    private static readonly string[] Machines = ["r5.metal", "m7i.metal-24xl", "m7a.24xlarge"];

    public static PublishedCase Case { get; } = new(
        "M2",
        "Pods of 50 layers at once: all machines alike up to about 20, r5.metal fails (a start over 30 s) at about 100, m7a better than m7i better than r5 (Netflix, 2025)",
        "Alike: within a half. Better: a ratio above 1, as no size is given. 'About 100': a factor of two, as pods and hosts are not described. Absolute, since the case names its machines",
        run =>
        [
            ValidationRow.InBand($"slowest over fastest machine at {Few}", "", run.Ratio(Netflix.On(Extreme(run, slowest: true), Few), Netflix.On(Extreme(run, slowest: false), Few), storm => storm.StartMs), new Interval(1, 1, 1.5)),
            ValidationRow.InBand($"start on r5 over m7i at {Many}", "", Over(run, "r5.metal", "m7i.metal-24xl"), Band.AtLeast(1, 1)),
            ValidationRow.InBand($"start on m7i over m7a at {Many}", "", Over(run, "m7i.metal-24xl", "m7a.24xlarge"), Band.AtLeast(1, 1)),
            ValidationRow.InBand("containers at which a start on r5 exceeds 30 s", "", Interval.Exact(Threshold(run)), Band.Factor(Many, 2)),
        ]);

    private static Interval Over(PublishedRun run, string slower, string faster) => run.Ratio(Netflix.On(slower, Many), Netflix.On(faster, Many), storm => storm.StartMs);

    private static string Extreme(PublishedRun run, bool slowest)
    {
        double Start(string machine) => run.Of(Netflix.On(machine, Few), storm => storm.StartMs).Value;
        return slowest ? Machines.MaxBy(Start)! : Machines.MinBy(Start)!;
    }

    // Starts take longer the more there are: bisection over multiples of ten.
    private static int Threshold(PublishedRun run)
    {
        var (holds, fails) = (0, Most / Step);
        while (fails - holds > 1)
        {
            var middle = (holds + fails) / 2;
            if (run.Of(Netflix.On("r5.metal", middle * Step), storm => storm.StartMs).Value > FailMs) fails = middle;
            else holds = middle;
        }

        return fails * Step;
    }
}
