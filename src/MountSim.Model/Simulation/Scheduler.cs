using System.Runtime.CompilerServices;

using MountSim.Engine;
using MountSim.Model.Machines;

namespace MountSim.Model.Simulation;

/// <summary>
/// The CPUs of the machine and the run queue. A woken task goes to its last CPU if that is idle, else to an idle core nearby, else to an idle sibling. Else it
/// queues, and if it is the first there while the task on its last CPU has had more than its share, that one is preempted, or asked to stop spinning
/// (kernel/sched/fair.c v6.6: check_preempt_wakeup_fair, pick_eevdf, entity_eligible; need_resched() in the locks' spinning loops). Who holds locks makes way when it
/// has released them: with PREEMPT_NONE and PREEMPT_LAZY a wake-up takes effect on the way out of the kernel. A running task is also preempted at the end of its slice, when
/// one that has not had more waits.
/// </summary>
public sealed class Scheduler
{
    private readonly CpuState[] _cpus;
    private readonly int[] _busyInCore;
    private readonly int[] _spinningInCore;
    private readonly SliceTick[] _ticks;
    private readonly int[] _placement;
    private readonly int[] _coreOf;
    private readonly double[] _smtSlowdown;
    private readonly double[] _slowdownOfAll;
    private readonly RunQueue _runQueue;
    private TimeWeighted _busy;

    /// <summary>An idle machine.</summary>
    public Scheduler(Engine.Simulation simulation, Hardware hardware)
    {
        Simulation = simulation;
        Hardware = hardware;
        _cpus = new CpuState[hardware.Cpus];
        _busyInCore = new int[hardware.Cpus];
        _spinningInCore = new int[hardware.Cpus];
        _ticks = [.. Enumerable.Range(0, hardware.Cpus).Select(cpu => new SliceTick(this, cpu))];
        _placement = SpreadOut(hardware);
        _runQueue = new RunQueue(hardware.TimeSlicePs);
        _coreOf = hardware.CoreOf;
        _smtSlowdown = hardware.SmtSlowdown;
        CpusShare = hardware.SpeedOfAllCpus != 1 || Enumerable.Range(0, hardware.Cpus).Any(cpu => _coreOf[cpu] != cpu);
        _slowdownOfAll = [.. Enumerable.Range(0, hardware.Cpus + 1).Select(busy => 1 + ((1 / hardware.SpeedOfAllCpus - 1) * Math.Max(0, busy - 1) / Math.Max(1, hardware.Cpus - 1)))];
    }

    /// <summary>The clock.</summary>
    public Engine.Simulation Simulation { get; }

    /// <summary>What things cost.</summary>
    public Hardware Hardware { get; }

    /// <summary>Who watches; null: nobody.</summary>
    public StormObserver? Observer { get; init; }

    /// <summary>CPUs that run or spin now.</summary>
    public int BusyCpus => (int)_busy.Value;

    /// <summary>Tasks in the run queue.</summary>
    public int Waiting { get; private set; }

    /// <summary>Busy CPUs times picoseconds up to now.</summary>
    public double BusyArea => _busy.Area(Simulation.Now);

    /// <summary>Time (ps) that interrupts have taken from every busy CPU since the start.</summary>
    public long Interrupts { get; private set; }

    /// <summary>CPU time (ps) that went into switching from one task to the next.</summary>
    public long Switching { get; internal set; }

    /// <summary>Interrupts every busy CPU for a time (ps), as the IPIs of an expedited grace period do.</summary>
    public void InterruptBusyCpus(long picoseconds) => Interrupts += picoseconds;

    /// <summary>The CPU that the n-th of many forks lands on: spread evenly over L3 groups, then cores, then siblings.</summary>
    public int SpreadCpu(int n) => _placement[n % _placement.Length];

    /// <summary>Interrupts a CPU for a time (ps): who computes there is delayed by it, and nobody where it is idle.</summary>
    internal void Interrupt(int cpu, long picoseconds) => _cpus[cpu].Interrupts += picoseconds;

    /// <summary>Time (ps) that interrupts have taken from a CPU since the start, or would have, had it been busy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long InterruptsOf(int cpu) => Interrupts + _cpus[cpu].Interrupts;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long InterruptsSince(ref long seen, int cpu)
    {
        var now = InterruptsOf(cpu);
        var stolen = now - seen;
        seen = now;
        return stolen;
    }

    /// <summary>True where a CPU's speed depends on what others do.</summary>
    internal bool CpusShare { get; }

    /// <summary>
    /// How much longer work takes on a CPU while its siblings compute. One that spins does so by PAUSE, which leaves the core's shared resources to the others (Intel 64 and
    /// IA-32 Architectures Optimization Reference Manual, "Pause Latency in Skylake Client Microarchitecture"); what it keeps of statically split buffers is not modelled.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double SlowdownOf(int cpu) => _smtSlowdown[_busyInCore[_coreOf[cpu]] - _spinningInCore[_coreOf[cpu]]];

    /// <summary>How much longer kernel code takes while so many CPUs are busy as now; 1 but on a host that was measured.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double SlowdownOfKernelCode() => _slowdownOfAll[BusyCpus];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long SliceLeft(int cpu)
    {
        var now = Simulation.Now.Picoseconds;
        ref var sliceEnd = ref _cpus[cpu].SliceEnd;
        if (sliceEnd <= now) sliceEnd = now + Hardware.TimeSlicePs;
        return sliceEnd - now;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool ShouldYield(int cpu) => Waiting > 0 && IsToYield(ref _cpus[cpu]);

    /// <summary>
    /// A task that has just begun, or a thread of the kernel that slept, wants a CPU. It takes none from who computes: who starts it is in the middle of something, and
    /// who wakes such a thread is about to sleep.
    /// </summary>
    /// <returns>False when it has to wait for one.</returns>
    internal bool Enqueue(SimTask task)
    {
        _runQueue.Join(task, BusyArea);
        return Place(task);
    }

    /// <summary>A task that slept wants a CPU.</summary>
    internal void EnqueueWoken(SimTask task)
    {
        if (!Enqueue(task)) Preempt(task);
    }

    /// <summary>A task gives up its CPU and is not runnable.</summary>
    internal void Leave(SimTask task)
    {
        task.Share.Stop(Simulation.Now.Picoseconds);
        _runQueue.Leave(task, BusyArea);
        Vacate(task.Cpu);
    }

    /// <summary>A task gives up its CPU to one that waits, and stays runnable.</summary>
    internal void Yield(SimTask task)
    {
        task.Share.Stop(Simulation.Now.Picoseconds);
        Vacate(task.Cpu);
    }

    /// <summary>A task that gave up its CPU wants one again.</summary>
    internal void EnqueueAgain(SimTask task) => Place(task);

    /// <summary>A task takes the place of the one that runs on a CPU.</summary>
    internal void HandOver(int cpu, SimTask next)
    {
        next.Share = _cpus[cpu].Task!.Share;
        _cpus[cpu].Task = next;
        Observer?.Switched(Simulation.Now.Picoseconds, cpu, next);
        next.Dispatch(cpu, 0);
    }

    /// <summary>CPUs that run nothing.</summary>
    internal int IdleCpus => _cpus.Length - (int)_busy.Value;

    internal void StartedSpinning(SimTask task)
    {
        _spinningInCore[_coreOf[task.Cpu]]++;
        if (Waiting > 0) ArmTick(task.Cpu);
    }

    internal void StoppedSpinning(SimTask task) => _spinningInCore[_coreOf[task.Cpu]]--;

    // False when it has to wait.
    private bool Place(SimTask task)
    {
        var cpu = PickIdle(task.Cpu);
        if (cpu >= 0)
        {
            Run(task, cpu, 0);
            return true;
        }

        _runQueue.Enqueue(task);
        Waiting++;
        Observer?.Queued(Simulation.Now.Picoseconds, Waiting);
        for (var other = 0; other < _cpus.Length; other++) ArmTick(other);
        return false;
    }

    private bool IsToYield(ref CpuState cpu)
    {
        var (task, now) = (cpu.Task!, Simulation.Now.Picoseconds);
        if (task.Share.RunningAt(now) < _runQueue.First.Share.VirtualRun) return false;
        if (cpu.SliceEnd > now) return cpu.NeedsReschedule && !task.HoldsLocks;
        if (!task.HoldsLocks || !Hardware.HoldersKeepTheirCpu) return true;
        cpu.NeedsReschedule = true;
        return false;
    }

    private void Preempt(SimTask woken)
    {
        ref var cpu = ref _cpus[woken.Cpu];
        var running = cpu.Task!;
        if (_runQueue.First != woken || running.Share.RunningAt(Simulation.Now.Picoseconds) <= _runQueue.Mean(BusyArea)) return;
        if (running.HoldsLocks) cpu.NeedsReschedule = true;
        else if (running.State == TaskState.Running) running.Preempt();
        else if (running.State == TaskState.Spinning) running.WaitingFor!.AskedToYield(running);
    }

    private void Vacate(int cpu)
    {
        _cpus[cpu].Task = null;
        Observer?.Switched(Simulation.Now.Picoseconds, cpu, null);
        _busyInCore[_coreOf[cpu]]--;
        _busy.Add(Simulation.Now, -1);
        if (Waiting == 0) return;
        Waiting--;
        var next = _runQueue.Dequeue();
        Observer?.Queued(Simulation.Now.Picoseconds, Waiting);
        Run(next, cpu, Hardware.SwitchPs);
    }

    // A CPU that ran another task until now takes a time to switch.
    private void Run(SimTask task, int cpu, long switchPs)
    {
        _cpus[cpu].Task = task;
        _cpus[cpu].NeedsReschedule = false;
        task.Share.RunsSince = Simulation.Now.Picoseconds;
        Observer?.Switched(Simulation.Now.Picoseconds, cpu, task);
        _cpus[cpu].SliceEnd = Simulation.Now.Picoseconds + Hardware.TimeSlicePs;
        _busyInCore[_coreOf[cpu]]++;
        _busy.Add(Simulation.Now, 1);
        task.Dispatch(cpu, switchPs);
    }

    private void ArmTick(int cpu)
    {
        if (_cpus[cpu].Task is not { State: TaskState.Spinning } || _ticks[cpu].IsScheduled) return;
        _ticks[cpu].TimeoutAt(new SimTime(Math.Max(Simulation.Now.Picoseconds, _cpus[cpu].SliceEnd)));
    }

    // Prefer the last CPU, whatever its sibling does (kernel/sched/fair.c v6.12 select_idle_sibling), then an idle core in its L3, then any idle core (spread over L3
    // groups), then an idle sibling.
    private int PickIdle(int last)
    {
        if (_busy.Value == _cpus.Length) return -1;
        if (_cpus[last].Task is null) return last;
        var l3 = Hardware.L3Of[last];
        for (var cpu = l3; cpu < _cpus.Length && Hardware.L3Of[cpu] == l3; cpu++)
        {
            if (_busyInCore[_coreOf[cpu]] == 0) return cpu;
        }

        var sibling = -1;
        foreach (var cpu in _placement)
        {
            if (_cpus[cpu].Task is not null) continue;
            if (_busyInCore[_coreOf[cpu]] == 0) return cpu;
            if (sibling < 0) sibling = cpu;
        }

        return sibling;
    }

    // First CPUs of all L3 groups, then their second ones, and so on: idle cores are taken evenly over the groups.
    private static int[] SpreadOut(Hardware hardware) => [.. Enumerable.Range(0, hardware.Cpus)
        .OrderBy(cpu => cpu - hardware.L3Of[cpu])
        .ThenBy(cpu => cpu)];

    /// <summary>A CPU: what it runs or spins with, when that task's slice ends, ps, what interrupts took from it alone, ps, and whether it is to make way before that.</summary>
    private struct CpuState
    {
        public SimTask? Task;
        public long SliceEnd;
        public long Interrupts;
        public bool NeedsReschedule;
    }

    /// <summary>Asks a spinning task for its CPU when its slice ends while others wait.</summary>
    private sealed class SliceTick(Scheduler scheduler, int cpu) : Process(scheduler.Simulation)
    {
        protected override void Resume()
        {
            var task = scheduler._cpus[cpu].Task;
            if (task is not { State: TaskState.Spinning } || scheduler.Waiting == 0) return;
            if (scheduler.ShouldYield(cpu))
            {
                task.WaitingFor!.AskedToYield(task);
                return;
            }

            // Who has had the least of all begins its next slice.
            scheduler.SliceLeft(cpu);
            scheduler.ArmTick(cpu);
        }
    }
}
