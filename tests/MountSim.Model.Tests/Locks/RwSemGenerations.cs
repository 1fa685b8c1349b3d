using MountSim.Model.Bench;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Locks;

/// <summary>Where the three generations of rwsem differ: kernel/locking/rwsem-xadd.c v4.14, rwsem.c v5.4 and v6.12.</summary>
public class RwSemGenerations
{
    private const long Us = LockBench.Microsecond;
    private const long Ms = LockBench.Millisecond;

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 2)]
    [InlineData(LockVariety.RwSemReaderSpin, 4)]
    [InlineData(LockVariety.RwSemReaderSteal, 4)]
    public void A_release_wakes_all_queued_readers_or_in_the_oldest_those_at_the_head(LockVariety variety, int readers)
    {
        var (lab, sem) = HeldAsleep(variety, 10 * Us);
        Queue(lab, sem, "RRWRR");
        lab.RunTo(11 * Us);
        Assert.Equal(readers, sem.Readers);
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 300)]
    [InlineData(LockVariety.RwSemReaderSpin, 256)]
    [InlineData(LockVariety.RwSemReaderSteal, 256)]
    public void At_most_256_readers_are_woken_at_once_since_5_3(LockVariety variety, int readers)
    {
        var (lab, sem) = HeldAsleep(variety, 10 * Us);
        Queue(lab, sem, new string('R', 300));
        lab.RunTo(11 * Us);
        Assert.Equal(readers, sem.Readers);
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd)]
    [InlineData(LockVariety.RwSemReaderSpin)]
    [InlineData(LockVariety.RwSemReaderSteal)]
    public void A_reader_does_not_join_readers_past_a_queued_writer(LockVariety variety)
    {
        var lab = new LockBench(LockBench.Flat(8));
        var sem = (RwSem)lab.Create(variety);
        lab.Start(_ => Read(sem, 0, 100 * Us));
        lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(sem), TaskStep.Run(Us), TaskStep.Release(sem)]);
        // By now a writer that spun on the reader has gone to sleep (10 to 25 us).
        for (var i = 0; i < 3; i++) lab.Start(_ => Read(sem, 50 * Us, 100 * Us));
        lab.RunTo(60 * Us);
        Assert.Equal((1, 4), (sem.Readers, sem.SleepingWaiters));
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 0)]
    [InlineData(LockVariety.RwSemReaderSpin, 1)]
    [InlineData(LockVariety.RwSemReaderSteal, 1)]
    public void A_reader_takes_a_free_lock_from_a_writer_that_wakes_up_since_5_3(LockVariety variety, int readers)
    {
        var (lab, sem) = HeldAsleep(variety, 10 * Us);
        Queue(lab, sem, "W");
        lab.Start(_ => [TaskStep.Sleep(12 * Us), TaskStep.Acquire(sem, LockMode.Read), TaskStep.Run(Us), TaskStep.Release(sem, LockMode.Read)]);
        lab.RunTo((12 * Us) + 1);
        Assert.Equal(readers, sem.Readers);
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 0, 3)]
    [InlineData(LockVariety.RwSemReaderSpin, 3, 0)]
    [InlineData(LockVariety.RwSemReaderSteal, 0, 3)]
    public void Readers_spin_on_a_running_writer_from_5_3_to_5_10_only(LockVariety variety, int spinning, int sleeping)
    {
        var (lab, sem) = SpunOnByReaders(variety);
        lab.RunTo(9 * Us);
        Assert.Equal((spinning, sleeping), (sem.SpinningWaiters, sem.SleepingWaiters));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd)]
    [InlineData(LockVariety.RwSemReaderSpin)]
    [InlineData(LockVariety.RwSemReaderSteal)]
    public void Readers_that_waited_together_read_together(LockVariety variety)
    {
        var (lab, sem) = SpunOnByReaders(variety);
        lab.RunTo(11 * Us);
        Assert.Equal(3, sem.Readers);
        lab.Clock.Run();
        Assert.Equal(20 * Us, lab.Tasks.Max(task => task.EndedAt));
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 30, 31)]
    [InlineData(LockVariety.RwSemReaderSpin, 4, 5)]
    [InlineData(LockVariety.RwSemReaderSteal, 4, 5)]
    public void A_writer_that_slept_four_milliseconds_is_handed_the_lock_since_5_3(LockVariety variety, long afterMs, long beforeMs)
    {
        var (lab, sem) = HeldAsleep(variety, 100 * Us);
        long got = 0;
        lab.Start(task => Until(task, sem, LockMode.Write, () => got = task.Now));
        // Two stealers that pass the lock to each other by spinning, for 30 ms.
        for (var i = 0; i < 2; i++) lab.Start(task => Steal(task, sem));
        lab.Clock.Run();
        Assert.InRange(got, afterMs * Ms, beforeMs * Ms);
    }

    [Theory]
    [InlineData(LockVariety.RwSemReaderSpin, Distance.SameL3, 2400)]
    [InlineData(LockVariety.RwSemReaderSpin, Distance.SameSocket, 683)]
    [InlineData(LockVariety.RwSemReaderSteal, Distance.SameL3, 683)]
    public void A_wake_up_is_left_to_the_wake_list_of_another_L3s_cpu_and_with_reader_stealing_of_an_idle_one(LockVariety variety, Distance apart, int instructions)
    {
        var lab = new LockBench(new Hardware(8, (a, b) => a == b ? Distance.Self : apart, new long[5])
        {
            LocalAtomicPs = 0,
            HitPs = 0,
            LeavePs = 0,
            PsPerInstruction = [.. Enumerable.Repeat((double)LockBench.Nanosecond, Enum.GetValues<WorkClass>().Length)],
        });
        var sem = (RwSem)lab.Create(variety);
        var holder = lab.Start(_ => [TaskStep.Acquire(sem), TaskStep.Sleep(10 * Us), TaskStep.Release(sem)]);
        for (var i = 1; i <= 3; i++) lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(sem, LockMode.Read), TaskStep.Release(sem, LockMode.Read)], cpu: i);
        lab.Clock.Run();
        Assert.Equal((10 * Us) + (3 * instructions * LockBench.Nanosecond), holder.EndedAt);
    }

    private static IEnumerable<TaskStep> Until(ScriptedTask task, RwSem sem, LockMode mode, Action got)
    {
        yield return TaskStep.Run(Us);
        yield return TaskStep.Acquire(sem, mode);
        got();
        yield return TaskStep.Run(Us);
        yield return TaskStep.Release(sem, mode);
    }

    private static IEnumerable<TaskStep> Steal(ScriptedTask task, RwSem sem)
    {
        yield return TaskStep.Run(99 * Us);
        // The lock is free at 100 us, and the sleeper, which was woken, is not there before 105: from 101 on there is always an owner and a spinner.
        while (task.Now < 30 * Ms)
        {
            yield return TaskStep.Run(2 * Us);
            yield return TaskStep.Acquire(sem);
            yield return TaskStep.Run(50 * Us);
            yield return TaskStep.Release(sem);
        }
    }

    private static (LockBench Lab, RwSem Sem) HeldAsleep(LockVariety variety, long until)
    {
        var lab = new LockBench(LockBench.Waking(8));
        var sem = (RwSem)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(sem), TaskStep.Sleep(until), TaskStep.Release(sem)]);
        return (lab, sem);
    }

    private static (LockBench Lab, RwSem Sem) SpunOnByReaders(LockVariety variety)
    {
        var lab = new LockBench(LockBench.Flat(8));
        var sem = (RwSem)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(sem), TaskStep.Run(10 * Us), TaskStep.Release(sem)]);
        for (var i = 0; i < 3; i++) lab.Start(_ => Read(sem, Us, 10 * Us));
        return (lab, sem);
    }

    private static void Queue(LockBench lab, RwSem sem, string order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var mode = order[i] == 'R' ? LockMode.Read : LockMode.Write;
            var delay = Us + (i * LockBench.Nanosecond);
            lab.Start(_ => [TaskStep.Sleep(delay), TaskStep.Acquire(sem, mode), TaskStep.Sleep(50 * Us), TaskStep.Release(sem, mode)]);
        }
    }

    private static IEnumerable<TaskStep> Read(RwSem sem, long after, long hold) =>
        [TaskStep.Run(after), TaskStep.Acquire(sem, LockMode.Read), TaskStep.Run(hold), TaskStep.Release(sem, LockMode.Read)];
}
