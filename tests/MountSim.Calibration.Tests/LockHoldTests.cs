using MountSim.Calibration.Estimators;
using MountSim.Calibration.Holds;

namespace MountSim.Calibration.Tests;

public class LockHoldTests
{
    private static readonly LockFunction Take = LockFunction.All.First(f => f.Name == "down_write");
    private static readonly LockFunction Release = LockFunction.All.First(f => f.Name == "up_write");
    private static readonly LockFunction Read = LockFunction.All.First(f => f.Name == "down_read");

    [Fact]
    public void Nested_holds_are_told_apart_and_count_the_probes_inside()
    {
        var holds = LockHold.Of([new(10, 1, Take), new(20, 2, Take), new(35, 2, Release), new(70, 1, Release)]).ToList();
        Assert.Equal([new LockHold(2, false, 15, 0), new LockHold(1, false, 60, 2)], holds);
    }

    [Fact]
    public void A_hold_of_which_one_end_is_missing_is_left_out() =>
        Assert.Empty(LockHold.Of([new(5, 9, Release), new(10, 1, Read)]));

    [Fact]
    public void The_cost_of_a_probe_is_found_from_operations_with_and_without()
    {
        const double ProbeNs = 130;
        var random = new Random(1);
        var points = Enumerable.Range(1, 60).Select(i => (1000.0 * i, (1000.0 * i * (1 + (0.01 * (random.NextDouble() - 0.5)))) + (ProbeNs * 4 * i), 4.0 * i)).ToList();
        var cost = ProbeCostFit.Fit(points);
        Assert.InRange(cost.Value, 129, 131);
        Assert.InRange(ProbeNs, cost.Low, cost.High);
        Assert.InRange(cost.High - cost.Low, 0.5, 2.6);
    }
}
