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
        AssertReadersAt(11 * Us, lab, sem, readers);
    }

    [Theory]
    [InlineData(LockVariety.RwSemXadd, 300)]
    [InlineData(LockVariety.RwSemReaderSpin, 256)]
    [InlineData(LockVariety.RwSemReaderSteal, 256)]
    public void At_most_256_readers_are_woken_at_once_since_5_3(LockVariety variety, int readers)
    {
        var (lab, sem) = HeldAsleep(variety, 10 * Us);
        Queue(lab, sem, new string('R', 300));
        AssertReadersAt(11 * Us, lab, sem, readers);
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
        AssertReadersAt((12 * Us) + 1, lab, sem, readers);
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
        lab.Start(task => Until(sem, LockMode.Write, Us, () => got = task.Now));
        StealInTurns(lab, sem, 100 * Us);
        lab.Clock.Run();
        Assert.InRange(got, afterMs * Ms, beforeMs * Ms);
    }

    [Theory]
    [InlineData(LockVariety.RwSemReaderSpin)]
    [InlineData(LockVariety.RwSemReaderSteal)]
    public void The_four_milliseconds_count_from_the_queue_and_not_from_the_spinning_before(LockVariety variety)
    {
        var lab = new LockBench(LockBench.Waking(8));
        var sem = (RwSem)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(sem), TaskStep.Run(3 * Ms), TaskStep.Sleep(100 * Us), TaskStep.Release(sem)]);
        long got = 0;
        lab.Start(task => Until(sem, LockMode.Write, Us, () => got = task.Now));
        StealInTurns(lab, sem, (3 * Ms) + (100 * Us));
        lab.Clock.Run();
        Assert.InRange(got, 7 * Ms, 8 * Ms);
    }

    [Theory]
    [InlineData(LockVariety.RwSemReaderSpin)]
    [InlineData(LockVariety.RwSemReaderSteal)]
    public void Who_comes_while_another_waits_for_the_hand_off_spins_all_the_same(LockVariety variety)
    {
        var (lab, sem) = HeldAsleep(variety, 100 * Us);
        var waiting = (Spinning: 0, Sleeping: 0);
        lab.Start(_ => Until(sem, LockMode.Write, Us, () => waiting = (sem.SpinningWaiters, sem.SleepingWaiters)));
        // The woken sleeper asks for the hand-off 5 us after a release, and who has released comes back after 10.
        StealInTurns(lab, sem, 100 * Us, pause: 10 * Us);
        lab.Clock.Run();
        Assert.Equal((1, 0), waiting);
    }

    [Fact]
    public void Spinners_behind_a_reader_that_slept_have_the_limit_of_those_behind_any()
    {
        var (lab, sem) = HeldAsleep(LockVariety.RwSemReaderSteal, 100 * Us);
        long got = 0;
        lab.Start(task => Until(sem, LockMode.Read, 100 * Us, () => got = task.Now, after: 150 * Us));
        StealInTurns(lab, sem, 100 * Us);
        for (var at = Us; got == 0; at += Us) lab.RunTo(at);
        // It has owned the lock for the 5 us of its wake-up, and they spin for 10.5 us behind one reader.
        lab.RunTo(got + (5 * Us));
        Assert.Equal((2, 0), (sem.SpinningWaiters, sem.SleepingWaiters));
        lab.RunTo(got + (6 * Us));
        Assert.Equal((0, 2), (sem.SpinningWaiters, sem.SleepingWaiters));
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

    private static void AssertReadersAt(long at, LockBench lab, RwSem sem, int readers)
    {
        lab.RunTo(at);
        Assert.Equal(readers, sem.Readers);
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    private static IEnumerable<TaskStep> Until(RwSem sem, LockMode mode, long hold, Action got, long after = Us)
    {
        yield return TaskStep.Run(after);
        yield return TaskStep.Acquire(sem, mode);
        got();
        yield return TaskStep.Run(hold);
        yield return TaskStep.Release(sem, mode);
    }

    // Two stealers that pass the lock to each other by spinning until 30 ms have passed. It is free at an instant, and the sleeper, which was woken, is not there
    // before 5 us more: from 1 on there is always an owner and a spinner.
    private static void StealInTurns(LockBench lab, RwSem sem, long from, long pause = 2 * Us)
    {
        for (var i = 0; i < 2; i++) lab.Start(Steal);

        IEnumerable<TaskStep> Steal(ScriptedTask task)
        {
            yield return TaskStep.Run(from + Us - pause);
            while (task.Now < 30 * Ms)
            {
                yield return TaskStep.Run(pause);
                yield return TaskStep.Acquire(sem);
                yield return TaskStep.Run(50 * Us);
                yield return TaskStep.Release(sem);
            }
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
