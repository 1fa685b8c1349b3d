using CsCheck;

namespace MountSim.Engine.Tests.Statistics;

public class TimeWeightedTests
{
    [Fact]
    public void The_mean_is_the_area_over_the_time() => Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 50]).Array[1, 50].Sample(steps =>
    {
        var weighted = new TimeWeighted();
        long now = 0, area = 0, value = 0;
        foreach (var (delay, next) in steps)
        {
            area += value * delay;
            now += delay;
            value = next;
            weighted.Set(new SimTime(now), next);
        }

        var end = now + 100;
        Assert.Equal(area + (value * 100.0), weighted.Area(new SimTime(end)));
        Assert.Equal((area + (value * 100.0)) / end, weighted.Mean(new SimTime(end)), 12);
        Assert.Equal(steps.Max(step => step.Item2), weighted.Max);
    });

    [Fact]
    public void Adding_changes_the_value_from_that_instant_on()
    {
        var weighted = new TimeWeighted();
        weighted.Add(new SimTime(10), 3);
        weighted.Add(new SimTime(20), -1);
        Assert.Equal(2, weighted.Value);
        Assert.Equal(3, weighted.Max);
        Assert.Equal(((10 * 3) + (10 * 2)) / 30.0, weighted.Mean(new SimTime(30)));
        Assert.Equal(0, default(TimeWeighted).Mean(SimTime.Start));
    }
}
