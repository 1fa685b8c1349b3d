using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Tests;

public class ContentionWaitsTests
{
    private const ulong Lock = 0xffff_ffff_8200_0000;

    [Fact]
    public void A_wait_ends_where_its_thread_ends_it_on_whatever_cpu()
    {
        var waits = Pair(out var unfinished, Begin(100, 7, cpu: 0, ContentionFlags.Write), End(350, 7, cpu: 1));
        Assert.Equal([(250.0, "rwsem", ContentionMode.Write)], waits.Select(w => (w.Nanoseconds, w.Kind, w.Mode)));
        Assert.Equal(0, unfinished);
    }

    [Fact]
    public void A_mutex_that_goes_from_spinning_to_sleep_waits_from_the_first_spin()
    {
        var waits = Pair(out _, Begin(100, 7, 0, ContentionFlags.Mutex | ContentionFlags.Spin), Begin(120, 7, 0, ContentionFlags.Mutex), End(500, 7, 0));
        Assert.Equal([(400.0, "mutex")], waits.Select(w => (w.Nanoseconds, w.Kind)));
    }

    [Fact]
    public void Idle_tasks_share_a_number_but_not_their_waits()
    {
        var waits = Pair(
            out _, Begin(100, 0, 0, ContentionFlags.Spin), Begin(110, 0, 1, ContentionFlags.Spin), End(150, 0, 1), End(180, 0, 0));
        Assert.Equal([40.0, 80.0], waits.Select(w => w.Nanoseconds));
    }

    [Fact]
    public void Waits_that_began_before_or_end_after_the_trace_are_counted_and_left_out()
    {
        Assert.Empty(Pair(out var unfinished, End(100, 7, 0), Begin(200, 8, 0, ContentionFlags.Spin)));
        Assert.Equal(2, unfinished);
    }

    [Theory]
    [InlineData(1, "spin")]
    [InlineData(3, "rwlock")]
    [InlineData(5, "rwlock")]
    [InlineData(2, "rwsem")]
    [InlineData(4, "rwsem")]
    [InlineData(32, "mutex")]
    [InlineData(33, "mutex")]
    public void Flags_tell_the_kind_of_lock(int flags, string kind) =>
        Assert.Equal(kind, new ContentionWait(Lock, (ContentionFlags)flags, 1, StackStore.None).Kind);

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(32, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(33, true)]
    public void Stacks_are_taken_of_sleepers_once(int flags, bool taken) =>
        Assert.Equal(taken, Begin(0, 1, 0, (ContentionFlags)flags).TakesStack);

    private static List<ContentionWait> Pair(out long unfinished, params ContentionEvent[] events) => ContentionWaits.Pair(events, out unfinished);

    private static ContentionEvent Begin(ulong time, int thread, int cpu, ContentionFlags flags) => new(time, Lock, thread, cpu, flags);

    private static ContentionEvent End(ulong time, int thread, int cpu) => new(time, Lock, thread, cpu, ContentionFlags.End);
}
