using MountSim.Calibration.Estimators;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Tests;

public class CostEstimatorTests
{
    [Fact]
    public void Timer_batch_and_system_call_are_taken_off_in_this_order()
    {
        var definition = new CostDefinition("walk", Batch: 10);
        var blocks = CostEstimator.Clean(definition, [[5020, 5020, 5020, 5020]], 20, 100, out var warmUp);
        Assert.Equal(0, warmUp);
        Assert.All(blocks[0], ns => Assert.Equal(400, ns, 9));
    }

    [Fact]
    public void What_makes_no_system_call_has_none_taken_off()
    {
        var blocks = CostEstimator.Clean(new CostDefinition("line", Batch: 2, Crossings: 0), [[60, 60, 60, 60]], 0, 100, out _);
        Assert.Equal(30, blocks[0][0]);
    }

    [Fact]
    public void Outliers_are_counted_and_kept()
    {
        double[] block = [.. Enumerable.Range(0, 50).Select(i => 100.0 + (i % 5)), 9000];
        var cost = CostEstimator.Estimate(new CostDefinition("bind"), [block, block], 3, new Random(1));
        Assert.Equal(2, cost.Outliers);
        Assert.Equal(102, cost.Samples);
        Assert.Equal(9000, cost.Max);
        Assert.Equal(3, cost.WarmUp);
        Assert.Equal(102, cost.Median);
    }
}
