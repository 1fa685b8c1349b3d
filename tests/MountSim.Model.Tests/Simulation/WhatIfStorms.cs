using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>What is made faster or slower reaches the simulation, and nothing else does.</summary>
public class WhatIfStorms
{
    // One container: nothing waits, so that times are sums.
    private static readonly Scenario Alone = Storms.Of(Storms.Quiet(1));

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Code_under_a_lock_takes_so_many_times_as_long(double factor)
    {
        var (before, after) = (Alone.Run().NamespaceSem(), With(factor, "namespace_sem").Run().NamespaceSem());
        Assert.Equal(before.Acquisitions, after.Acquisitions);
        // Lines of inner locks and of the lock itself take what they took: at most a tenth of these holds.
        Assert.InRange(after.HoldTotal / (before.HoldTotal * factor), 0.9, 1.1);
    }

    [Fact]
    public void Code_outside_the_lock_takes_what_it_took()
    {
        var (before, after) = (Alone.Run(), With(0, "namespace_sem").Run());
        Assert.Equal(before.UserPs, after.UserPs);
        // Overlay takes it for read too, to clone each layer's mount.
        var saved = before.Lock("namespace_sem").HeldTotal - after.Lock("namespace_sem").HeldTotal;
        Assert.InRange((before.KernelPs - after.KernelPs) / (double)saved, 0.95, 1.05);
    }

    [Fact]
    public void A_lock_is_known_by_its_id_and_by_its_name_on_the_kernel() =>
        Assert.Equal(With(0.1, "mount_id").Run().MakespanPs, With(0.1, "mnt_id_ida.xa_lock").Run().MakespanPs);

    [Fact]
    public void Several_factors_of_nested_code_multiply()
    {
        var nested = Alone with { WhatIf = [new("namespace_sem", 0.5), new("mount.overlay", 0.5)] };
        Assert.True(nested.Run().KernelPs < With(0.5, "namespace_sem").Run().KernelPs);
        Assert.True(nested.Run().KernelPs < With(0.5, "mount.overlay").Run().KernelPs);
    }

    [Fact]
    public void An_operation_that_takes_no_time_is_saved_whole()
    {
        var (before, after) = (Alone.Run(), With(0, "mount.bind").Run());
        Assert.True(after.KernelPs < before.KernelPs * 0.6);
        Assert.Equal(before.MountOperations, after.MountOperations);
    }

    [Theory]
    [InlineData(WhatIf.Instruction)]
    [InlineData(WhatIf.UserCpu)]
    public void A_cost_is_scaled(string cost)
    {
        static long Of(StormResult result, string cost) => cost == WhatIf.UserCpu ? result.UserPs : result.KernelPs;
        var ratio = Of(With(2, cost).Run(), cost) / (double)Of(Alone.Run(), cost);
        Assert.InRange(ratio, 1.9, 2.1);
    }

    [Fact]
    public void Slower_lines_and_grace_periods_make_a_crowd_slower()
    {
        var before = Crowd.Run().MakespanPs;
        Assert.All(new[] { WhatIf.Transfer, WhatIf.GracePeriod }, cost => Assert.True((Crowd with { WhatIf = [new(cost, 20)] }).Run().MakespanPs > before, cost));
    }

    /// <summary>With more starts than CPUs, so that waiters sleep. Not slower by all means: one that wakes late loses a free namespace_sem to those who spin.</summary>
    [Fact]
    public void Slower_wake_ups_change_a_crowd_that_sleeps()
    {
        var sleeping = Storms.Of(Storms.Quiet(40) with { OtherNamespaces = 3 }, Storms.Machine(8), runtime: "containerd-runc");
        Assert.NotEqual(sleeping.Run().MakespanPs, (sleeping with { WhatIf = [new(WhatIf.WakeUp, 20)] }).Run().MakespanPs);
    }

    [Fact]
    public void What_changes_nothing_changes_no_picosecond()
    {
        var crowd = Storms.Of(Storms.Quiet(10), runtime: "containerd-runc");
        Assert.Equal(crowd.Run().StartPs, (crowd with { WhatIf = [new("namespace_sem", 1), new(WhatIf.Transfer, 1)] }).Run().StartPs);
    }

    [Fact]
    public void A_target_that_the_kernel_does_not_have_is_refused_with_the_nearest()
    {
        var refused = Assert.Throws<ModelException>(() => new WhatIf("namespace_sme", 0.5).Check(KernelCatalog.Load("linux-6.12")));
        Assert.StartsWith("--what-if: linux-6.12 has no lock, operation or cost 'namespace_sme'; did you mean 'namespace_sem'?", refused.Message, StringComparison.Ordinal);
    }

    private static Scenario Crowd => Storms.Of(Storms.Quiet(12) with { OtherNamespaces = 3 }, Storms.Machine(16), runtime: "runc-1.5");

    private static Scenario With(double factor, string target) => Alone with { WhatIf = [new(target, factor)] };
}
