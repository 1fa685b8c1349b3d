using MountSim.Model.Bench;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Locks;

/// <summary>When waiters of mutex and rwsem keep their CPU, and when they give it up.</summary>
public class OptimisticSpinning
{
    private const long Us = LockBench.Microsecond;

    public static TheoryData<LockVariety> SleepingLocks =>
        [LockVariety.Mutex, LockVariety.RwSemXadd, LockVariety.RwSemReaderSpin, LockVariety.RwSemReaderSteal];

    [Theory]
    [MemberData(nameof(SleepingLocks))]
    public void A_waiter_spins_while_the_owner_runs_and_sleeps_when_the_owner_does(LockVariety variety)
    {
        var lab = new LockBench(LockBench.Flat(4));
        var gate = (SleepingLock)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(10 * Us), TaskStep.Sleep(10 * Us), TaskStep.Release(gate)]);
        for (var i = 0; i < 2; i++) lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(gate), TaskStep.Run(Us), TaskStep.Release(gate)]);
        lab.RunTo(9 * Us);
        Assert.Equal((2, 0), (gate.SpinningWaiters, gate.SleepingWaiters));
        lab.RunTo(11 * Us);
        Assert.Equal((0, 2), (gate.SpinningWaiters, gate.SleepingWaiters));
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [MemberData(nameof(SleepingLocks))]
    public void A_waiter_sleeps_when_the_owner_loses_its_CPU(LockVariety variety)
    {
        var lab = new LockBench(Sliced(2));
        var gate = (SleepingLock)lab.Create(variety);
        var owner = lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Run(100 * Us), TaskStep.Release(gate)]);
        lab.Start(_ => [TaskStep.Run(5 * Us), TaskStep.Acquire(gate), TaskStep.Run(Us), TaskStep.Release(gate)]);
        lab.Start(_ => [TaskStep.Run(100 * Us)]);
        lab.RunTo(19 * Us);
        Assert.Equal((1, 0), (gate.SpinningWaiters, gate.SleepingWaiters));
        lab.RunTo(21 * Us);
        Assert.Equal((0, 1), (gate.SpinningWaiters, gate.SleepingWaiters));
        lab.Clock.Run();
        Assert.True(owner.Ended);
    }

    [Theory]
    [InlineData(LockVariety.RwSemReaderSpin)]
    [InlineData(LockVariety.RwSemReaderSteal)]
    public void Spinners_behind_readers_give_up_one_after_the_other_until_the_readers_are_done(LockVariety variety)
    {
        // A transfer of 100 ns for the next one's node, and one for the lock's word; who sleeps wakes up in 5 us.
        var lab = new LockBench(LockBench.Sockets(1, 8, 100 * LockBench.Nanosecond, 100 * LockBench.Nanosecond, wakeUpPs: 5 * Us));
        var gate = (RwSem)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(gate, LockMode.Read), TaskStep.Run(20 * Us), TaskStep.Release(gate, LockMode.Read)]);
        // The first one's limit ends as the reader has 300 ns left: the second sees that too, and the third comes when the lock is free.
        for (var i = 1; i <= 3; i++) lab.Start(_ => [TaskStep.Run((9 * Us) + (200 * LockBench.Nanosecond)), TaskStep.Acquire(gate), TaskStep.Run(Us), TaskStep.Release(gate)], i);
        lab.RunTo(19 * Us);
        Assert.Equal((3, 0), (gate.SpinningWaiters, gate.SleepingWaiters));
        lab.RunTo((20 * Us) + (500 * LockBench.Nanosecond));
        Assert.Equal((0, 2, true), (gate.SpinningWaiters, gate.SleepingWaiters, gate.HasWriter));
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
    }

    [Theory]
    [InlineData(LockVariety.Mutex)]
    public void A_hand_off_waiter_gives_its_CPU_to_others_that_want_it(LockVariety variety)
    {
        var lab = new LockBench(Sliced(2));
        var gate = (SleepingLock)lab.Create(variety);
        lab.Start(_ => [TaskStep.Acquire(gate), TaskStep.Sleep(10 * Us), TaskStep.Release(gate)]);
        var waiter = lab.Start(_ => [TaskStep.Run(Us), TaskStep.Acquire(gate), TaskStep.Run(Us), TaskStep.Release(gate)]);
        // Takes the lock while the waiter wakes up, so that the waiter asks for the hand-off and spins.
        lab.Start(_ => [TaskStep.Sleep(12 * Us), TaskStep.Acquire(gate), TaskStep.Run(500 * Us), TaskStep.Release(gate)]);
        for (var i = 0; i < 2; i++) lab.Start(_ => [TaskStep.Sleep(18 * Us), TaskStep.Run(300 * Us)]);
        lab.RunTo(17 * Us);
        Assert.Equal(TaskState.Spinning, waiter.State);
        lab.RunTo(200 * Us);
        Assert.Equal(TaskState.Sleeping, waiter.State);
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended));
        // 1,100 us of work on two CPUs, and not on the one that a spinner would leave them.
        Assert.InRange(lab.Tasks.Max(task => task.EndedAt), 550 * Us, 750 * Us);
    }

    private static Hardware Sliced(int cpus) => LockBench.Waking(cpus, 20 * Us);
}
