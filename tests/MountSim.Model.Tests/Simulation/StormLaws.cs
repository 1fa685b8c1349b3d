using CsCheck;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>
/// What holds in every storm. Some of it a storm checks itself when it ends, and fails when it does not hold: each start's parts, locks given back, CPU time
/// against the scheduler's. A failure prints the seed that repeats it.
/// </summary>
public class StormLaws
{
    private const int Scenarios = 60;

    [Fact]
    public void Every_storm_ends_and_conserves_time_locks_mounts_and_receivers() => RandomStorm.All.Sample(
        storm =>
        {
            var result = storm.Run();
            Assert.Equal(storm.Workload.Containers, result.StartPs.Count);
            Assert.True(result.StartPs.Max() <= result.MakespanPs);
            Assert.Equal(result.StartPs.Sum(), result.UserPs + result.KernelPs + result.RunQueuePs + result.WaitsPs.Sum());
            Assert.All(result.WaitsPs, wait => Assert.True(wait >= 0));
            Assert.True(result.UserPs >= 0 && result.KernelPs > 0 && result.RunQueuePs >= 0);
            Assert.InRange(result.CpuUtilization, 0, 1);
            var running = storm.Workload.LifetimeSeconds is null ? storm.Workload.Containers : 0;
            Assert.Equal(storm.Workload.OtherNamespaces + (running * storm.ReceiversLeft), result.ReceiversAtEnd);
            Assert.Equal(storm.Workload.HostMounts + (running * storm.HostMountsLeft), result.HostMountsAtEnd);
            Assert.All(result.Locks, one => CheckLock(one, result));
        },
        iter: Scenarios);

    [Fact]
    public void The_same_storm_twice_is_the_same_to_the_last_picosecond() => RandomStorm.All.Sample(
        storm => Assert.Equal(Fingerprint(storm.Run()), Fingerprint(storm.Run())),
        iter: 15);

    [Fact]
    public void Another_seed_is_another_storm()
    {
        var scenario = Storms.Of(Storms.Quiet(10)) with { Costs = Storms.Costs(spread: 0.2) };
        Assert.NotEqual(Fingerprint(scenario.Run(1)), Fingerprint(scenario.Run(2)));
    }

    internal static string Fingerprint(StormResult result) => string.Join(
        ' ',
        [result.MakespanPs, result.Events, result.SpinCpuPs, .. result.StartPs, .. result.WaitsPs, .. result.Locks.Select(one => one.HeldTotal)]);

    private static void CheckLock(SimLock one, StormResult result)
    {
        Assert.InRange(one.HeldTotal, 0, result.MakespanPs);
        foreach (var mode in Enum.GetValues<LockMode>())
        {
            var statistics = one.Statistics(mode);
            Assert.True(statistics.Contended <= statistics.Acquisitions);
            Assert.Equal(statistics.Acquisitions, statistics.Waits.Count);
            Assert.True(statistics.HoldTotal >= 0);
        }
    }
}
