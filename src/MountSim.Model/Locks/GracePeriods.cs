using MountSim.Engine;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// RCU grace periods. States: none; one running, with the callers it serves; one running and callers that wait for the next, which they will share. A caller that
/// comes while one runs cannot use it (it began before the caller's change): it joins the next. kernel/rcu/tree_exp.h v6.12:287 exp_funnel_lock, :939
/// synchronize_rcu_expedited; callers sleep.
/// </summary>
/// <remarks>
/// An expedited one takes a base and a part per busy CPU, or what it takes where no other CPU is busy, and interrupts every busy CPU. It is measured as its caller
/// waits for it, so that the caller's wake-up is in it and costs nothing more here; a normal one waits for the scheduling clock: about 20 ms
/// (5,001 umounts took 100 s, kernel commit 22cb7405fada). The kernel thread wakes its callers one after the other and begins the next one only then
/// (kernel/rcu/tree_exp.h v6.12 rcu_exp_wait_wake, wake_up_all with interrupts off), which is charged where its CPU time a caller was measured.
/// There, too, the next one waits until who runs it has a CPU.
/// </remarks>
public sealed class GracePeriods : Process, IWaitObject
{
    private readonly Scheduler _scheduler;
    private readonly bool _expedited;
    private readonly Worker? _worker;
    private TaskQueue _served;
    private TaskQueue _next;
    private TaskQueue _waking;
    private SimTask? _leader;
    private bool _leaderBegins;
    private bool _isRunning;
    private long _lastEnd;

    /// <summary>No grace period is running.</summary>
    /// <param name="scheduler">The machine.</param>
    /// <param name="expedited">synchronize_rcu_expedited() rather than synchronize_rcu().</param>
    public GracePeriods(Scheduler scheduler, bool expedited) : base(scheduler.Simulation)
    {
        _scheduler = scheduler;
        _expedited = expedited;
        if (expedited && scheduler.Hardware.GraceThreadPs > 0) _worker = new Worker(this);
    }

    /// <inheritdoc/>
    public int WaitIndex { get; set; }

    /// <summary>The kernel thread that runs them; null where it takes no CPU time.</summary>
    internal SimTask? Thread => _worker;

    /// <summary>Grace periods that ended.</summary>
    public long Completed { get; private set; }

    /// <summary>Callers and their waits.</summary>
    public LockStatistics Statistics { get; } = new();

    /// <summary>Time in which a grace period ran, ps.</summary>
    public long RunningTotal { get; private set; }

    /// <summary>Puts the caller to sleep until a whole grace period has passed.</summary>
    public void Synchronize(SimTask task)
    {
        task.WaitStart = Simulation.Now.Picoseconds;
        if (_isRunning)
        {
            _next.Enqueue(task);
            Statistics.Contended++;
        }
        else
        {
            _served.Enqueue(task);
            // The caller, still on its CPU, is not one of the others.
            Run(_scheduler.BusyCpus - 1);
        }

        task.Sleep(this);
    }

    /// <inheritdoc/>
    public void Woken(SimTask task)
    {
        if (task != _leader)
        {
            task.Granted();
        }
        else if (_leaderBegins)
        {
            _leaderBegins = false;
            Next(_scheduler.BusyCpus - 1);
            task.Sleep(this);
        }
        else
        {
            PassLeadOn(task);
            task.Granted();
        }
    }

    /// <inheritdoc/>
    public void Acquired(SimTask task)
    {
        Statistics.Acquisitions++;
        Statistics.Waits.Add(Simulation.Now.Picoseconds - task.WaitStart);
    }

    /// <inheritdoc/>
    public void AskedToYield(SimTask task)
    {
    }

    /// <inheritdoc/>
    protected override void Resume()
    {
        Completed++;
        _lastEnd = Simulation.Now.Picoseconds;
        if (_worker is null)
        {
            CountTraced();
            WakeAll(ref _served, 0);
            if (_next.Count > 0) Next(_scheduler.BusyCpus);
            else _isRunning = false;
            return;
        }

        // One caller's wake-up is in the measured length, the others' come when the thread has a CPU.
        var wakeUps = WakeUpsPs(_served.Count);
        _leader = _served.Dequeue();
        _leader.WakeAfter(0);
        if (wakeUps == 0)
        {
            WakeAll(ref _served, 0);
            return;
        }

        (_waking, _served) = (_served, _waking);
        _worker.WakeCallers(wakeUps);
    }

    // The first who came while a grace period ran waits for rcu_state.exp_mutex, which the trace shows, and runs the next; the others wait for that one (exp_funnel_lock). The
    // mutex is free when who ran the last one has a CPU again, and the next one begins when the first has one.
    private void PassLeadOn(SimTask from)
    {
        CountTraced();
        _leader = _next.Head;
        _leaderBegins = _isRunning = _leader is not null;
        _leader?.Wake(from.Cpu);
    }

    private void CountTraced()
    {
        if (_next.Head is { } first) Statistics.CountTraced(Simulation.Now.Picoseconds - first.WaitStart);
    }

    // What the thread takes for its callers beyond what it takes for one.
    private long WakeUpsPs(int callers) => callers == 1 ? 0 : Math.Max(0, (callers * _scheduler.Hardware.GraceThreadPerCallerPs) - _scheduler.Hardware.GraceThreadPs);

    // One after the other, a time (ps) apart.
    private static void WakeAll(ref TaskQueue callers, long apart)
    {
        for (var delay = apart; callers.Count > 0; delay += apart) callers.Dequeue().WakeAfter(delay);
    }

    private void Next(int otherBusyCpus)
    {
        (_served, _next) = (_next, _served);
        Run(otherBusyCpus);
    }

    private void Run(int otherBusyCpus)
    {
        _isRunning = true;
        var hardware = _scheduler.Hardware;
        var length = _expedited ? Expedited(hardware, otherBusyCpus) : hardware.NormalGracePs;
        if (_worker is null) Begin(length);
        else _worker.Begin(length);
    }

    private long Expedited(Hardware hardware, int otherBusyCpus)
    {
        if (otherBusyCpus == 0 && hardware.GraceBackToBackPs is { } next && Completed > 0 && Simulation.Now.Picoseconds - _lastEnd <= hardware.GraceRecentPs) return next;
        return otherBusyCpus == 0 && hardware.GraceIdlePs is { } idle ? idle : hardware.GraceBasePs + (hardware.GracePerBusyCpuPs * otherBusyCpus);
    }

    private void Begin(long length)
    {
        if (_expedited) _scheduler.InterruptBusyCpus(_scheduler.Hardware.InterruptPs);
        RunningTotal += length;
        _scheduler.Observer?.GracePeriod(this, Simulation.Now.Picoseconds, Simulation.Now.Picoseconds + length);
        Timeout(new SimSpan(length));
    }

    /// <summary>
    /// The kernel thread that runs expedited grace periods, rcu_exp_gp_kthread_worker (kernel/rcu/tree.c v6.12 rcu_start_exp_gp_kworker): a grace period begins when
    /// it has a CPU, and takes CPU time there; so do the wake-ups after it, which nothing interrupts. An idle CPU has it at no one's cost.
    /// </summary>
    private sealed class Worker(GracePeriods owner) : SimTask(owner._scheduler, 0)
    {
        private long _length;
        private long _wakeUps;
        private bool _isOrdered;
        private bool _isWaking;

        public override string Kind => "rcu_exp_gp";

        internal void Begin(long length)
        {
            _length = length;
            _isOrdered = true;
            if (State == TaskState.Inactive) Begin();
        }

        internal void WakeCallers(long picoseconds)
        {
            _wakeUps = picoseconds;
            if (State == TaskState.Inactive) Begin();
        }

        protected override void Continue()
        {
            if (_isWaking)
            {
                _isWaking = false;
                PreemptDepth--;
            }

            if (_wakeUps > 0)
            {
                var whole = _wakeUps;
                _wakeUps = 0;
                _isWaking = true;
                PreemptDepth++;
                WakeAll(ref owner._waking, whole / owner._waking.Count);
                Busy(whole);
            }
            else if (_isOrdered)
            {
                _isOrdered = false;
                owner.Begin(_length);
                Busy(Scheduler.Hardware.GraceThreadPs);
            }
            else
            {
                End();
            }
        }
    }
}
