using MountSim.Model.Kernels;
using MountSim.Model.Tests.Kernels;
using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Traces;

/// <summary>The kernels against real traces, and against real traces with one thing changed.</summary>
public class TraceComparisons
{
    private const string Release = "6.12.94+deb13-cloud-amd64";

    private static readonly KernelModel Model = KernelCatalog.Load("linux-6.12");

    /// <summary>A ratchet: what was reached stays. A figure may be raised, not lowered.</summary>
    [Theory]
    [InlineData(Release, "linux-6.12", 24, 36, 3055, 2303, 0.027)]
    [InlineData("6.18.12+deb13-cloud-amd64", "linux-6.18", 37, 37, 598, 482, 0.053)]
    public void The_score_does_not_fall(string release, string model, int agreeing, int orders, int counts, int holds, double median)
    {
        var match = TraceComparer.Compare(LabData.Traces).Single(item => item.Release == release);
        Assert.Equal((model, 60, 38), (match.Model, match.Operations.Count, match.Orders));
        Assert.InRange(match.Agreeing, agreeing, 60);
        Assert.InRange(match.OrdersAgreeing, orders, 38);
        Assert.InRange(match.Operations.Sum(item => item.CountsExact), counts, int.MaxValue);
        Assert.InRange(match.Operations.Sum(item => item.HoldsWithin), holds, int.MaxValue);
        Assert.InRange(match.MedianHoldError!.Value, 0, median);
        Assert.Empty(match.Skipped);
    }

    /// <summary>
    /// What differs in order: a mountinfo that the lab read once, without looking for the end; and unshare, which puts the references of its own root
    /// and directory after the old namespace has ended, which two separate operations do not. 6.18 has the first alone.
    /// </summary>
    [Theory]
    [InlineData("6.12", "read_mountinfo,unshare_newns")]
    [InlineData("6.18", "read_mountinfo")]
    public void Only_the_known_operations_differ_in_order(string version, string expected)
    {
        var match = TraceComparer.Compare(LabData.Traces).Single(item => item.Release.StartsWith(version + ".", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(',', match.Operations.Where(item => item.OrderAgrees == false).Select(item => item.Series)));
    }

    [Fact]
    public void A_swapped_lock_is_told_where_it_is()
    {
        var events = LabData.Traces.Events[(Release, "mount_tmpfs")].ToList();
        var at = events.FindIndex(item => item.Lock == "shrinker_mutex");
        (events[at], events[at + 1]) = (events[at] with { Lock = "sb_lock", Function = "spin_lock" }, events[at + 1] with { Lock = "sb_lock", Function = "spin_unlock" });
        var first = Changed("mount_tmpfs", events).First!;
        Assert.Equal(events[at].Place, first.TracePlace);
        Assert.StartsWith("models/kernels/linux-6.12.yaml:", first.ModelPlace, StringComparison.Ordinal);
        Assert.Equal("lock 6 of 20: the trace takes sb_lock inside per-object rwsem.write, the model takes shrinker_mutex.write inside per-object rwsem.write", first.Text);
    }

    [Fact]
    public void A_lock_released_too_early_is_a_difference_of_nesting()
    {
        var events = LabData.Traces.Events[(Release, "umount_bind")].ToList();
        var up = events.Single(item => item.Function == "up_write");
        events.Remove(up);
        events.Insert(events.FindIndex(item => item.Lock == "mount_lock"), up);
        Assert.Equal("lock 2 of 6: the trace takes mount_lock.write, the model takes mount_lock.write inside namespace_sem.write", Changed("umount_bind", events).First!.Text);
    }

    [Fact]
    public void A_global_lock_that_no_model_has_is_a_difference()
    {
        var events = LabData.Traces.Events[(Release, "close_fsmount")].ToList();
        events.Insert(0, events[0] with { Lock = "new_global_lock", Function = "mutex_lock" });
        Assert.Equal("lock 1 of 3: the trace takes new_global_lock.write, the model takes namespace_sem.write", Changed("close_fsmount", events).First!.Text);
    }

    [Fact]
    public void A_try_that_is_never_released_took_nothing()
    {
        var events = LabData.Traces.Events[(Release, "close_fsmount")].ToList();
        events.Insert(0, events[0] with { Lock = "object9", Function = "down_read_trylock", Sequence = 0 });
        Assert.True(Changed("close_fsmount", events).Agrees);
        events.Add(events[0] with { Function = "up_read", Sequence = 99 });
        Assert.StartsWith("lock 1 of 3: the trace takes per-object rwsem.read, the model", Changed("close_fsmount", events).First!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_ends_early_or_late_differs()
    {
        var events = LabData.Traces.Events[(Release, "close_fsmount")];
        Assert.Contains("lock 2 of 1: the trace ends, the model takes mount_lock.write inside", Changed("close_fsmount", [.. events.Take(3)]).First!.Text, StringComparison.Ordinal);
        Assert.Contains("lock 3 of 4: the trace takes namespace_sem.write, the model ends", Changed("close_fsmount", [.. events, .. events]).First!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_count_or_hold_is_told_with_the_run()
    {
        var count = WithUse(use => use with { Acquisitions = use.Acquisitions + 1 });
        Assert.Equal("make_rslave with extra_mounts = 50 on 1 CPU: namespace_sem (write) is taken 2 times, in the model 1", count.First!.Text);
        var hold = WithUse(use => use with { HeldInstructions = 2 * use.HeldInstructions });
        Assert.Contains("namespace_sem (write) is held", hold.First!.Text, StringComparison.Ordinal);
        Assert.Equal(0, WithUse(use => use).HoldErrors.Count - hold.HoldErrors.Count);
    }

    [Fact]
    public void Kernels_without_a_model_are_said_to_be_skipped()
    {
        var traces = new LockTraces(new Dictionary<(string, string), IReadOnlyList<TraceEvent>> { [("2.6.32", "mount_bind")] = [] }, []);
        var match = Assert.Single(TraceComparer.Compare(traces));
        Assert.False(match.HasModel);
        Assert.StartsWith("no model of 2.6.32 or an older kernel; there are ", match.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_that_a_kernel_lacks_are_skipped_and_unknown_ones_too()
    {
        var lacking = KernelCatalog.LoadText("name: lacking\ntitle: Lacks it\nextends: linux-6.12\nlacks: [mount_setattr.ro]\n", "lacking.yaml");
        var traces = new LockTraces(
            new Dictionary<(string, string), IReadOnlyList<TraceEvent>> { [(Release, "mount_setattr_ro")] = [], [(Release, "mount_bint")] = [] }, []);
        var match = TraceComparer.Compare(traces, Release, lacking);
        Assert.Empty(match.Operations);
        Assert.StartsWith("mount_bint: no operation of the models is this; did you mean 'mount_bind'?", match.Skipped[0], StringComparison.Ordinal);
        Assert.Equal("mount_setattr_ro: lacking is declared to lack mount_setattr.ro", match.Skipped[1]);
    }

    [Fact]
    public void One_model_can_be_held_against_another_versions_traces()
    {
        var match = TraceComparer.Compare(LabData.Traces, "linux-6.12").Single(item => item.Release.StartsWith("6.18.", StringComparison.Ordinal));
        Assert.Equal("linux-6.12", match.Model);
        // 6.18 closes a descriptor without locks, and takes the spinlock alone where 6.12 makes the sequence odd.
        Assert.Equal("lock 1 of 0: the trace ends, the model takes namespace_sem.write", match.Operations.Single(item => item.Series == "close_fsmount").First!.Text);
        Assert.Contains("the trace takes mount_lock.exclusive inside", match.Operations.Single(item => item.Series == "open_tree_clone").First!.Text, StringComparison.Ordinal);
    }

    private static OperationMatch Changed(string operation, IReadOnlyList<TraceEvent> events) => Assert.Single(TraceComparer.Compare(
        new LockTraces(new Dictionary<(string, string), IReadOnlyList<TraceEvent>> { [(Release, operation)] = events, [(Release, "empty")] = All() }, []), Release, Model).Operations);

    /// <summary>All of the kernel's events, so that every name and function is known: the traces' own checks are not compared.</summary>
    private static IReadOnlyList<TraceEvent> All() => [.. LabData.Traces.Events.Where(item => item.Key.Release == Release).SelectMany(item => item.Value)];

    private static OperationMatch WithUse(Func<TracedUse, TracedUse> change)
    {
        var real = LabData.Traces.Runs.Single(item => item is { Release: Release, Cpus: 1, Series: "make_rslave@extra_mounts", Value: 50 });
        var run = new TracedRun(real.Release, real.Cpus, real.Operation, real.Parameter, real.Value, real.TotalInstructions);
        foreach (var (key, use) in real.Uses)
            run.Uses.Add(key, key.Lock == "namespace_sem" ? change(use) : use);
        return Assert.Single(TraceComparer.Compare(new LockTraces(new Dictionary<(string, string), IReadOnlyList<TraceEvent>>(), [run]), Release, Model).Operations);
    }
}
