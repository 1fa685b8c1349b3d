using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Soak;

/// <summary>Watches a storm and checks at each step what must hold, then at its end what must add up. It keeps its own books and trusts none of the simulator's.</summary>
public class StormChecker(Tally tally) : StormObserver
{
    // A freed lock reaches a waiter within a wake-up or some line transfers, microseconds; a waiter that was woken may still queue for a CPU.
    private const long LetGoPs = 1_000_000_000;

    private readonly Dictionary<SimLock, LockBook> _locks = [];
    private readonly Dictionary<SimTask, (IWaitObject On, long Since)> _waits = [];
    private readonly Dictionary<SimTask, int> _cpuOf = [];
    private readonly Dictionary<GracePeriods, long> _graceEnds = [];
    private readonly Dictionary<SimTask, long> _spinningSince = [];
    private CpuBook[] _cpus = [];
    private SimKernel? _kernel;
    private long _now;
    private long _end = -1;
    private long _spun;

    /// <summary>Starts seen to end.</summary>
    public int Starts { get; private set; }

    /// <inheritdoc/>
    public override void Began(SimKernel kernel)
    {
        _kernel = kernel;
        _cpus = [.. Enumerable.Range(0, kernel.Scheduler.Hardware.Cpus).Select(_ => new CpuBook())];
    }

    /// <inheritdoc/>
    public override void Switched(long now, int cpu, SimTask? task)
    {
        Pass(now);
        var book = _cpus[cpu];
        if (book.Task is { } before) _cpuOf.Remove(before);
        book.Switch(now, task);
        if (task is null) return;
        tally.Check(_cpuOf.TryAdd(task, cpu), Invariant.OneTaskACpu, $"{Name(task)} gets CPU {cpu} at {now} ps while it has CPU {_cpuOf[task]}");
    }

    /// <inheritdoc/>
    public override void Works(long at, SimTask task, string? operation) => HasCpu(at, task, "works");

    /// <inheritdoc/>
    public override void Spins(long now, SimTask task, bool begins)
    {
        Pass(now);
        HasCpu(now, task, "spins");
        if (begins) _spinningSince.Add(task, now);
        else if (_spinningSince.Remove(task, out var since)) _spun += now - since;
        else tally.Check(false, Invariant.CpuTimeAddsUp, $"{Name(task)} ends to spin at {now} ps and had not begun");
    }

    /// <inheritdoc/>
    public override void Queued(long now, int runnable)
    {
        Pass(now);
        tally.Check(runnable >= 0 && _cpuOf.Count <= _cpus.Length, Invariant.OneTaskACpu, $"{runnable} tasks queue and {_cpuOf.Count} run on {_cpus.Length} CPUs at {now} ps");
    }

    /// <inheritdoc/>
    public override void WaitBegan(long now, SimTask task, IWaitObject on)
    {
        Pass(now);
        tally.Check(_waits.TryAdd(task, (on, now)), Invariant.NoLostWakeUp, $"{Name(task)} begins to wait at {now} ps while it waits since {_waits[task].Since} ps");
    }

    /// <inheritdoc/>
    public override void WaitEnded(long now, SimTask task, IWaitObject on, long since)
    {
        Pass(now);
        tally.Check(_waits.Remove(task, out var wait) && wait.On == on, Invariant.NoLostWakeUp, $"{Name(task)} ends a wait at {now} ps that it was not in");
        tally.Check(since <= now, Invariant.TimeNeverBack, $"{Name(task)} waited from {since} to {now} ps");
        if (on is SimLock wanted)
            tally.Check(Book(wanted).IsHeldBy(task), Invariant.WaitsEndWithTheLock, $"{Name(task)} goes on at {now} ps without the {Name(wanted)} that it waited for");
    }

    /// <inheritdoc/>
    public override void Held(long at, SimLock held, SimTask task, LockMode mode)
    {
        Pass(at);
        var problem = Book(held).Take(at, task, mode);
        tally.Check(problem is null, Invariant.MutualExclusion, $"{Name(task)} takes {Name(held)} to {mode} at {at} ps: {problem}");
    }

    /// <inheritdoc/>
    public override void Released(long at, SimLock held, SimTask task, LockMode mode)
    {
        tally.Check(at >= _now, Invariant.TimeNeverBack, $"{Name(held)} is given back at {at} ps, which is before {_now} ps");
        tally.Check(Book(held).GiveBack(at, task, mode), Invariant.LocksGivenBack, $"{Name(task)} gives {Name(held)} back at {at} ps, which it does not have to {mode}");
    }

    /// <inheritdoc/>
    public override void GracePeriod(GracePeriods which, long from, long to)
    {
        Pass(from);
        tally.Check(to >= from && _graceEnds.GetValueOrDefault(which) <= from, Invariant.GracePeriodsInTurn, $"one runs from {from} to {to} ps, and the one before until {_graceEnds.GetValueOrDefault(which)} ps");
        _graceEnds[which] = to;
    }

    /// <inheritdoc/>
    public override void Issued(long now, int container) => Pass(now);

    /// <inheritdoc/>
    public override void Started(long now, int container)
    {
        Pass(now);
        Starts++;
    }

    /// <inheritdoc/>
    public override void Ended(long now)
    {
        Pass(now);
        _end = now;
    }

    /// <summary>Checks what the run came to against the books.</summary>
    /// <param name="result">What the simulator measured.</param>
    /// <param name="expected">The host's mounts and receivers, as they must be at the end; null where the end does not decide them.</param>
    public void Close(StormResult result, (long Mounts, int? Receivers) expected)
    {
        tally.Check(_end == result.MakespanPs, Invariant.TimeNeverBack, $"the run ended at {_end} ps and says {result.MakespanPs} ps");
        CloseCpus(result);
        foreach (var (one, book) in _locks)
        {
            foreach (var holder in book.Holders)
                tally.Check(!IsContainer(holder), Invariant.LocksGivenBack, $"{Name(holder)} ended with {Name(one)}");
        }
        foreach (var (task, (on, since)) in _waits) CloseWait(task, on, since);
        tally.Check(result.HostMountsAtEnd == expected.Mounts, Invariant.MountTableBalanced, $"the host has {result.HostMountsAtEnd} mounts at the end instead of {expected.Mounts}");
        if (expected.Receivers is { } receivers)
            tally.Check(result.ReceiversAtEnd == receivers, Invariant.MountTableBalanced, $"{result.ReceiversAtEnd} namespaces receive at the end instead of {receivers}");
    }

    private void CloseCpus(StormResult result)
    {
        foreach (var cpu in _cpus) cpu.Switch(_end, null);
        var (busy, idle) = (_cpus.Sum(cpu => cpu.BusyPs), _cpus.Sum(cpu => cpu.IdlePs));
        tally.Check(busy + idle == _end * _cpus.Length, Invariant.CpuTimeAddsUp, $"{busy} ps busy and {idle} ps idle on {_cpus.Length} CPUs in {_end} ps");
        // The simulator sums areas in doubles.
        var counted = result.CpuUtilization * _end * _cpus.Length;
        tally.Check(Math.Abs(counted - busy) <= 1e-9 * busy, Invariant.CpuTimeAddsUp, $"CPUs had tasks for {busy} ps and were counted busy for {counted} ps");
        tally.Check(_spinningSince.Count == 0 && _spun == result.SpinCpuPs, Invariant.CpuTimeAddsUp, $"tasks spun for {_spun} ps and were booked {result.SpinCpuPs} ps");
    }

    // Only who goes on for ever, an agent or PID 1, may wait when the last container is done.
    private void CloseWait(SimTask task, IWaitObject on, long since)
    {
        tally.Check(!IsContainer(task), Invariant.NoLostWakeUp, $"{Name(task)} waits since {since} ps and all have ended");
        if (on is not SimLock wanted || task.State is not (TaskState.Sleeping or TaskState.Spinning)) return;
        var book = Book(wanted);
        var onItsWay = _waits.Any(wait => wait.Value.On == on && wait.Key.State is not (TaskState.Sleeping or TaskState.Spinning));
        tally.Check(book.Holders.Count > 0 || onItsWay || book.FreeFrom + LetGoPs > _end, Invariant.NoLostWakeUp, $"{Name(task)} waits since {since} ps for {Name(wanted)}, which is free since {book.FreeFrom} ps, at the end, {_end} ps");
    }

    private void Pass(long now)
    {
        tally.Check(now >= _now, Invariant.TimeNeverBack, $"{now} ps comes after {_now} ps");
        _now = now;
    }

    private void HasCpu(long at, SimTask task, string does) =>
        tally.Check(_cpuOf.TryGetValue(task, out var cpu) && cpu == task.Cpu, Invariant.OneTaskACpu, $"{Name(task)} {does} at {at} ps on CPU {task.Cpu}, which it does not have");

    private LockBook Book(SimLock one) => _locks.TryGetValue(one, out var book) ? book : _locks[one] = new LockBook();

    private static bool IsContainer(SimTask task) => task.Kind == "container";

    private static string Name(SimTask task) => $"{task.Kind} {task.Number}";

    private string Name(SimLock one) => _kernel is null ? one.GetType().Name : _kernel.Definitions[one.WaitIndex].Id;
}
