using MountSim.Calibration.Fitting;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Scheduling;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Tests;

/// <summary>From the rounds of the scheduling survey to what a profile says.</summary>
public class SchedulingFitTests
{
    private static readonly GraceCost Single = new(new Interval(15, 5, 60), new Interval(0.4, 0, 2), true, false, 1);

    [Fact]
    public void Times_are_means_of_the_rounds_and_ratios_medians_with_an_interval_around_them()
    {
        var cost = SchedulingFit.Cost([Round(3_000, 0.8), Round(3_600, 0.9), Round(9_000, 0.85)], new Random(1))!;
        Assert.Equal((5.2, 0.85), (cost.SwitchMicroseconds.Value, cost.SpeedOfAll.Value));
        Assert.InRange(cost.SwitchMicroseconds.Low, 3, 5.2 * 0.9);
        Assert.InRange(cost.SwitchMicroseconds.High, 5.2 * 1.1, 9);
    }

    [Fact]
    public void No_times_interval_is_narrower_than_what_runs_of_one_host_differ_by() =>
        Assert.Equal(new Interval(3, 2.7, 3.3), SchedulingFit.Cost([Round(3_000, 1), Round(3_000, 1)], new Random(1))!.SwitchMicroseconds);

    [Fact]
    public void Cpus_that_are_faster_together_than_alone_are_taken_as_equally_fast() =>
        Assert.Equal(Interval.Exact(1), SchedulingFit.Cost([Round(3_000, 1.04), Round(3_000, 1.01)], new Random(1))!.SpeedOfAll);

    [Fact]
    public void What_an_umount_takes_beyond_its_instructions_is_the_grace_period()
    {
        var grace = SchedulingFit.Grace(Single, [Round(3_000, 1, new GraceLoop(7_500, 4_000)), Round(3_000, 1, new GraceLoop(7_500, 4_000))], 3_500, new Random(1));
        Assert.Equal((4, 4), (grace.BackToBackMicroseconds!.Value.Value, grace.ThreadMicroseconds!.Value.Value));
        Assert.Equal(Single.BaseMicroseconds, grace.BaseMicroseconds);
    }

    [Fact]
    public void Without_mounts_or_a_thread_that_tells_its_time_nothing_is_claimed()
    {
        Assert.Null(SchedulingFit.Cost([], new Random(1)));
        Assert.Equal(Single, SchedulingFit.Grace(Single, [Round(3_000, 1)], 3_500, new Random(1)));
        Assert.Null(SchedulingFit.Grace(Single, [Round(3_000, 1, new GraceLoop(7_500, null))], 3_500, new Random(1)).ThreadMicroseconds);
    }

    [Fact]
    public void What_the_kernels_thread_takes_a_caller_and_what_frees_take_is_told()
    {
        var round = Round(1, 1, new GraceLoop(7_500, 4_000, 2_000)) with { Frees = new FreeLoop(500, 3_000) };
        SchedulingRound[] rounds = [round, round];
        Assert.Equal(2, SchedulingFit.Grace(Single, rounds, 3_500, new Random(1)).ThreadPerCallerMicroseconds!.Value.Value);
        var cost = SchedulingFit.Cost(rounds, new Random(1))!;
        Assert.Equal((0.5, 3), (cost.FreeMountMicroseconds!.Value.Value, cost.FreeSuperblockMicroseconds!.Value.Value));
        Assert.Null(SchedulingFit.Cost([Round(1, 1)], new Random(1))!.FreeMountMicroseconds);
    }

    [Fact]
    public void A_time_slice_is_the_median_of_the_rounds_that_saw_one()
    {
        Assert.Equal(new Interval(4_000, 3_600, 4_400), SchedulingFit.Cost([Round(1, 1, sliceNs: 4e6), Round(1, 1), Round(1, 1, sliceNs: 4e6)], new Random(1))!.SliceMicroseconds);
        Assert.Null(SchedulingFit.Cost([Round(1, 1)], new Random(1))!.SliceMicroseconds);
    }

    private static SchedulingRound Round(double switchNs, double speed, GraceLoop? grace = null, double? sliceNs = null) => new(switchNs, speed, sliceNs, grace);
}
