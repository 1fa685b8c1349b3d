using MountSim.Calibration.Bursts;
using MountSim.Calibration.Profiles;
using MountSim.Experiments.Validation.Host;

namespace MountSim.Experiments.Tests.Validation;

/// <summary>What the bursts of one case come to.</summary>
public class HostBursts
{
    private static readonly HostProfile Morning = LoadedModels.DefaultProfile, Evening = Morning with { Name = "evening" };

    [Fact]
    public void A_case_is_held_to_the_profiles_that_its_bursts_came_after()
    {
        var runs = new HostRuns();
        runs.Add(Burst(100, 0), Morning);
        runs.Add(Burst(110, 0), Morning);
        runs.Add(Burst(120, 0), Evening);
        Assert.Equal([Morning, Evening], runs.Profiles);
    }

    [Fact]
    public void A_disturbed_burst_is_set_aside_once_three_others_are_there()
    {
        var runs = new HostRuns();
        runs.Add(Burst(1_000, 0.2), Morning);
        runs.Add(Burst(90, 0), Morning);
        runs.Add(Burst(100, 0), Morning);
        Assert.True(runs.WantsMore);
        Assert.Equal((3, 3), runs.Count);
        runs.Add(Burst(110, 0.1), Morning);
        Assert.False(runs.WantsMore);
        Assert.Equal((3, 4), runs.Count);
        // Two starts in 100 ms, and the scaled median deviation of 18.2, 20 and 22.2 a second.
        Assert.Equal(20, runs.Throughput.Value, 1e-9);
        Assert.Equal(20 + (1.4826 * (20 - (2_000 / 110.0))), runs.Throughput.High, 1e-2);
    }

    private static BurstResult Burst(double makespanMs, double interference) => new()
    {
        StartMs = [makespanMs / 2, makespanMs],
        MakespanMs = makespanMs,
        Interference = interference,
        Stolen = 0,
        KernelCpuMs = 0,
        UserCpuMs = 0,
        HostMountsBefore = 30,
        HostMountsAfter = 30,
        ContainerMounts = null,
        Operations = [],
        Contention = null,
    };
}
