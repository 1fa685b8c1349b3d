using System.Runtime.CompilerServices;
using MountSim.Engine;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>
/// A kernel task: runs on a CPU, spins there, or sleeps off it. A subclass says what it does next in <see cref="Continue"/>; this class keeps the
/// rules of the CPU: one task a CPU, time slices, no preemption under a spinlock, spinning that keeps the CPU, sleeping that gives it up.
/// </summary>
public abstract class SimTask : Process
{
    /// <summary>What fair scheduling knows of it.</summary>
    internal FairShare Share;

    private HeldLocks _sleepingLocks;
    private TaskTime _time;
    private long _remaining;
    private long _since;
    private long _interruptsSeen;
    private long _waitStart;
    private long _userLeft;
    private double _slowdown = 1;
    private long _chunkEnd;
    private long _switchedSince;

    /// <summary>Adds a task to a machine.</summary>
    protected SimTask(Scheduler scheduler, int index) : base(scheduler.Simulation)
    {
        Scheduler = scheduler;
        Number = index;
    }

    /// <summary>The machine's scheduler.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The task's number, for messages and traces.</summary>
    public int Number { get; }

    /// <summary>What kind of task it is, one word: with the number, its name.</summary>
    public virtual string Kind => "task";

    /// <summary>What the task does now.</summary>
    public TaskState State { get; private set; }

    /// <summary>The CPU it runs on; keeps its last value while off the CPU.</summary>
    public int Cpu { get; internal set; }

    /// <summary>True while it has a CPU.</summary>
    public bool OnCpu => State is TaskState.Running or TaskState.Spinning or TaskState.Dispatched;

    /// <summary>Spinlocks held, and other sections that are not preempted.</summary>
    public int PreemptDepth { get; set; }

    /// <summary>True while it holds any lock.</summary>
    internal bool HoldsLocks => _sleepingLocks.Any || PreemptDepth > 0;

    /// <summary>The lock (or other wait object) it waits for.</summary>
    public IWaitObject? WaitingFor { get; private set; }

    /// <summary>When the current wait for a lock began, ps.</summary>
    public long WaitStart
    {
        get => _waitStart;
        set
        {
            _waitStart = value;
            WaitBegins();
        }
    }

    /// <summary>When the current wait went from optimistic spinning into a sleeping lock's queue, ps; negative while it has not.</summary>
    public long QueuedAt { get; set; }

    /// <summary>Set by a lock that gave itself to a waiter before the waiter runs.</summary>
    public bool AlreadyOwns { get; set; }

    /// <summary>How the waiter wants the lock.</summary>
    public Kernels.LockMode WaitMode { get; set; }

    /// <summary>Acquisitions that this wait stands for (a batch of a loop).</summary>
    public int WaitSections { get; set; }

    /// <summary>The sequence that a seqlock reader sampled.</summary>
    public long SampledSequence { get; set; }

    /// <summary>Where the task's time went.</summary>
    public ref readonly TaskTime Time => ref _time;

    internal SimTask? NextInQueue { get; set; }

    /// <summary>Starts the task: it is runnable now. A thread of the kernel starts and ends again and again, and is owed a CPU from one time to the next.</summary>
    public void Begin()
    {
        State = TaskState.Runnable;
        _since = Simulation.Now.Picoseconds;
        Scheduler.Enqueue(this);
    }

    /// <summary>Says what the task does next; called on its CPU with nothing pending.</summary>
    protected abstract void Continue();

    /// <summary>Called when a wait begins.</summary>
    protected virtual void WaitBegins()
    {
    }

    /// <summary>Called when a wait has ended, with its length (ps).</summary>
    protected virtual void Waited(IWaitObject on, long picoseconds)
    {
    }

    /// <summary>Runs on the CPU for a time (ps, at full speed of a core); SMT siblings, slices and interrupts make it longer.</summary>
    /// <param name="picoseconds">How long.</param>
    protected void Busy(long picoseconds)
    {
        _userLeft = 0;
        _remaining = picoseconds;
        RunChunk();
    }

    /// <summary>
    /// As <see cref="Busy"/>, but when nothing else happens on the machine meanwhile, the time has passed on return: true, and the task goes on by itself. False:
    /// <see cref="Continue"/> is called later.
    /// </summary>
    /// <param name="picoseconds">How long.</param>
    /// <param name="userPicoseconds">How much of it is user code.</param>
    protected bool TryBusy(long picoseconds, long userPicoseconds = 0)
    {
        _userLeft = userPicoseconds;
        _remaining = picoseconds;
        return RunThrough();
    }

    /// <summary>Ends the task and gives up its CPU.</summary>
    protected void End()
    {
        State = TaskState.Inactive;
        Scheduler.Leave(this);
    }

    /// <summary>Ends the task; another begins on its CPU with what is left of its slice, as if they were one thread.</summary>
    protected void EndInFavourOf(SimTask next)
    {
        State = TaskState.Inactive;
        next._since = Simulation.Now.Picoseconds;
        Scheduler.HandOver(Cpu, next);
    }

    /// <summary>Spins on the CPU until <see cref="GrantAt"/>.</summary>
    public void Spin(IWaitObject on)
    {
        BeginWait(on);
        Scheduler.Observer?.Spins(Simulation.Now.Picoseconds, this, begins: true);
        State = TaskState.Spinning;
        _since = Simulation.Now.Picoseconds;
        Scheduler.StartedSpinning(this);
    }

    /// <summary>Gives a spinning task what it waits for, from an instant (ps) on.</summary>
    public void GrantAt(long time) => TimeoutAt(new SimTime(time));

    /// <summary>Gives up the CPU until <see cref="Wake"/>.</summary>
    public void Sleep(IWaitObject on)
    {
        if (State == TaskState.Spinning) EndSpin();
        BeginWait(on);
        State = TaskState.Sleeping;
        _since = Simulation.Now.Picoseconds;
        Cancel();
        Scheduler.Leave(this);
        _sleepingLocks.TellThatOwnerLeftCpu(this);
    }

    /// <summary>Sleeps for a time (ps), as a timer does.</summary>
    protected void SleepFor(long picoseconds)
    {
        WaitingFor = null;
        State = TaskState.Sleeping;
        _since = Simulation.Now.Picoseconds;
        Scheduler.Leave(this);
        State = TaskState.Waking;
        Timeout(new SimSpan(picoseconds));
        _sleepingLocks.TellThatOwnerLeftCpu(this);
    }

    /// <summary>
    /// Wakes a sleeping task: it is runnable after the wake-up latency from the waker's CPU, or, woken before it has left its own, when it would have left
    /// (kernel/sched/core.c v6.12: ttwu_runnable, and __schedule, which keeps a task whose state is TASK_RUNNING again).
    /// </summary>
    /// <param name="wakerCpu">The CPU that wakes it.</param>
    /// <param name="delay">Time (ps) until the waker gets to it.</param>
    /// <returns>True when it slept and had left: only then did the waker have to find a CPU for it.</returns>
    public bool Wake(int wakerCpu, long delay = 0)
    {
        if (State != TaskState.Sleeping) return false;
        var leavesIn = _since + Scheduler.Hardware.LeavePs - Simulation.Now.Picoseconds;
        var hasLeft = delay >= leavesIn;
        WakeAfter(hasLeft ? delay + Scheduler.Hardware.WakeUp(wakerCpu, Cpu) : leavesIn);
        return hasLeft;
    }

    /// <summary>Wakes a sleeping task: it is runnable after a time (ps) that its wake-up latency is part of.</summary>
    public void WakeAfter(long picoseconds)
    {
        if (State != TaskState.Sleeping) return;
        State = TaskState.Waking;
        Timeout(new SimSpan(picoseconds));
    }

    /// <summary>Notes that the task owns a sleeping lock: its spinners care whether the owner runs.</summary>
    internal void NoteOwned(SimLock sleepingLock) => _sleepingLocks.Add(sleepingLock);

    /// <summary>Notes that the task no longer owns a sleeping lock.</summary>
    internal void NoteReleased(SimLock sleepingLock) => _sleepingLocks.Remove(sleepingLock);

    /// <summary>How long work (ps, at full speed of a core) would take on its CPU now.</summary>
    internal long TimeFor(long work) => !Scheduler.CpusShare ? work : At(Scheduler.SlowdownOf(Cpu) * Scheduler.SlowdownOfKernelCode(), work);

    /// <summary>The task has a CPU, and runs there when the CPU has switched to it (ps): until then it waits.</summary>
    internal void Dispatch(int cpu, long switchPs)
    {
        var now = Simulation.Now.Picoseconds;
        _time.RunQueue += now - _since;
        _switchedSince = now;
        Cpu = cpu;
        State = TaskState.Dispatched;
        _interruptsSeen = Scheduler.InterruptsOf(Cpu);
        Timeout(new SimSpan(switchPs));
    }

    /// <inheritdoc/>
    protected sealed override void Resume()
    {
        switch (State)
        {
            case TaskState.Running:
                FinishChunk();
                break;
            case TaskState.Spinning:
                EndSpin();
                State = TaskState.Dispatched;
                Granted();
                break;
            case TaskState.Waking:
                _time.Sleep += Simulation.Now.Picoseconds - _since;
                _since = Simulation.Now.Picoseconds;
                State = TaskState.Runnable;
                Scheduler.EnqueueWoken(this);
                break;
            case TaskState.Dispatched:
                BookSwitch();
                if (WaitingFor is null) AfterDispatch();
                else WaitingFor.Woken(this);
                break;
            default:
                throw new InvalidOperationException($"task {Number} was resumed in state {State}");
        }
    }

    /// <summary>The task has what it waited for; it goes on after a cost (ps).</summary>
    public void Granted(long cost = 0)
    {
        if (WaitingFor is { } waited)
        {
            waited.Acquired(this);
            Waited(waited, Simulation.Now.Picoseconds - WaitStart);
            Scheduler.Observer?.WaitEnded(Simulation.Now.Picoseconds, this, waited, WaitStart);
            WaitingFor = null;
        }

        if (cost <= 0 || TryBusy(cost)) Continue();
    }

    /// <summary>Books the time of the state that the end of the run finds it in.</summary>
    internal void CloseAccounts()
    {
        if (State == TaskState.Running) BookChunk();
        else if (State == TaskState.Spinning) EndSpin();
        else if (State == TaskState.Dispatched) BookSwitch();
        _since = Simulation.Now.Picoseconds;
    }

    private void AfterDispatch()
    {
        if (_remaining == 0 || RunThrough()) Continue();
    }

    // True when all that remains is done and the task still has its CPU; false when an event goes on with it.
    private bool RunThrough()
    {
        var (scheduler, work) = (Scheduler, _remaining);
        if (scheduler.Waiting > 0 || scheduler.CpusShare || _userLeft > 0 || (PreemptDepth == 0 && scheduler.SliceLeft(Cpu) < work)) return RunByChunks();
        // One chunk of kernel code at full speed, as most are.
        State = TaskState.Running;
        if (TryPass(new SimSpan(work)))
        {
            _time.Kernel += work;
            _remaining = scheduler.InterruptsSince(ref _interruptsSeen, Cpu);
            return _remaining == 0 || RunByChunks();
        }

        _since = Simulation.Now.Picoseconds;
        _chunkEnd = _since + work;
        _remaining = 0;
        Timeout(new SimSpan(work));
        return false;
    }

    private bool RunByChunks()
    {
        do
        {
            if (YieldsNow()) return false;
            var chunk = BeginChunk();
            if (!TryPass(chunk))
            {
                Timeout(chunk);
                return false;
            }

            BookChunk();
            if (YieldsNow()) return false;
        }
        while (_remaining > 0);
        return true;
    }

    private void RunChunk()
    {
        // A slice that ended under a spinlock ends here, where preemption is enabled again (preempt_enable).
        if (!YieldsNow()) Timeout(BeginChunk());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SimSpan BeginChunk()
    {
        State = TaskState.Running;
        _since = Simulation.Now.Picoseconds;
        if (Scheduler.CpusShare) _slowdown = Scheduler.SlowdownOf(Cpu) * SlowedDown(Scheduler.SlowdownOfKernelCode());
        var wanted = At(_slowdown, _remaining);
        var allowed = PreemptDepth > 0 ? wanted : Math.Min(wanted, Scheduler.SliceLeft(Cpu));
        _remaining = allowed == wanted ? 0 : _remaining - WorkIn(allowed);
        _chunkEnd = _since + allowed;
        return new SimSpan(allowed);
    }

    // Of a stretch of user and kernel code, the kernel's part alone.
    private double SlowedDown(double shared) => _remaining == 0 || shared == 1 ? 1 : 1 + ((shared - 1) * (1 - Math.Min(1, (double)_userLeft / _remaining)));

    /// <summary>Takes the CPU from a task that computes: a woken task has had less of it.</summary>
    internal void Preempt()
    {
        _remaining += WorkIn(_chunkEnd - Simulation.Now.Picoseconds);
        Cancel();
        BookChunk();
        Yield();
    }

    // How long work takes while the sibling is as busy as it is; most cores have none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long At(double slowdown, long work) => slowdown == 1 ? work : (long)(work * slowdown);

    // And back: the work done in a time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long WorkIn(long picoseconds) => _slowdown == 1 ? picoseconds : (long)(picoseconds / _slowdown);

    private void FinishChunk()
    {
        BookChunk();
        if (!YieldsNow()) AfterDispatch();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool YieldsNow()
    {
        if (PreemptDepth > 0 || !Scheduler.ShouldYield(Cpu)) return false;
        Yield();
        return true;
    }

    private void Yield()
    {
        State = TaskState.Runnable;
        _since = Simulation.Now.Picoseconds;
        Scheduler.Yield(this);
        _sleepingLocks.TellThatOwnerLeftCpu(this);
        Scheduler.EnqueueAgain(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BookChunk()
    {
        var ran = Simulation.Now.Picoseconds - _since;
        if (_userLeft > 0) ran -= BookUserCode(ran);
        _time.Kernel += ran;
        _remaining += Scheduler.InterruptsSince(ref _interruptsSeen, Cpu);
    }

    // User code is booked as the first part of its stretch.
    private long BookUserCode(long ran)
    {
        var user = Math.Min(ran, At(_slowdown, _userLeft));
        _userLeft -= WorkIn(user);
        _time.User += user;
        return user;
    }

    private void BookSwitch()
    {
        var switched = Simulation.Now.Picoseconds - _switchedSince;
        _switchedSince = Simulation.Now.Picoseconds;
        _time.RunQueue += switched;
        Scheduler.Switching += switched;
    }

    // A spinner that goes to sleep, and a sleeper that has to wait on, are in the wait they were in.
    private void BeginWait(IWaitObject on)
    {
        if (WaitingFor is null) Scheduler.Observer?.WaitBegan(Simulation.Now.Picoseconds, this, on);
        WaitingFor = on;
    }

    // An interrupt that hits a spinning CPU delays no work.
    private void EndSpin()
    {
        Scheduler.StoppedSpinning(this);
        _time.Spin += Simulation.Now.Picoseconds - _since;
        Scheduler.Observer?.Spins(Simulation.Now.Picoseconds, this, begins: false);
        _interruptsSeen = Scheduler.InterruptsOf(Cpu);
    }
}
