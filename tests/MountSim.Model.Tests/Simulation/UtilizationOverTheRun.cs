using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>What is written down in the course of a run adds up to what the run measured at its end.</summary>
public class UtilizationOverTheRun
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(30, 8)]
    [InlineData(200, 48)]
    public void All_spans_together_are_the_whole(int containers, int cores)
    {
        var result = Storms.Of(Storms.Quiet(containers), Storms.Machine(cores), runtime: "containerd-runc").Run();
        var seen = result.Utilization;
        Assert.Equal(result.MakespanPs, seen.EndPs);
        Assert.InRange(seen.Seen.Count, 100, 257);
        Assert.Equal(result.CpuUtilization, seen.Share(UtilizationSamples.Cpu, 0, seen.EndPs), 1e-9);
        for (var i = 0; i < result.Locks.Count; i++)
            Assert.Equal(result.Locks[i].HeldTotal / (double)result.MakespanPs, seen.Share(i + 1, 0, seen.EndPs), 1e-4);
    }

    [Fact]
    public void No_span_is_busier_than_it_is_long()
    {
        var seen = Storms.Of(Storms.Quiet(100), Storms.Machine(16), runtime: "containerd-runc").Run().Utilization;
        for (var row = 1; row < seen.Seen.Count - 1; row++)
        {
            for (var column = 0; column < seen.Seen[0].Count; column++) Assert.InRange(seen.Seen[row][column] - seen.Seen[row - 1][column], 0, seen.IntervalPs);
        }
    }

    [Fact]
    public void After_the_end_nothing_is_busy()
    {
        var seen = Storms.Of(Storms.Quiet(10)).Run().Utilization;
        Assert.Equal(0, seen.Share(UtilizationSamples.Cpu, seen.EndPs, 2 * seen.EndPs));
        Assert.True(seen.Share(UtilizationSamples.Cpu, 0, seen.EndPs) > 0);
    }
}
