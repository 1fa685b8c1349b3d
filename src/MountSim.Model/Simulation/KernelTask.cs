using System.Runtime.CompilerServices;
using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>
/// A task that runs compiled scripts: the interpreter. Computation adds up until a step concerns others (a lock, a sequence, a grace period); only then an event is
/// scheduled, so a script costs about an event a lock operation.
/// </summary>
public abstract class KernelTask : SimTask
{
    // Computation shorter than this (ps) is not worth an event of its own: it is carried to the next one.
    private const double CarriedPs = 2_000;

    private LoopFrames _loops;
    private Instruction[]? _program;
    private int _at;
    private int _loopDepth;
    private long _times = 1;
    private double _pending;
    private double _pendingUser;
    private double _speed = 1;
    private bool _dependsOnState;
    private bool _stateIsOld;

    /// <summary>A task of a kernel.</summary>
    protected KernelTask(SimKernel kernel, int number, long seed, string stream) : base(kernel.Scheduler, number)
    {
        Kernel = kernel;
        Random = new RandomStream(seed, stream, number);
        Kind = stream;
    }

    /// <inheritdoc/>
    public sealed override string Kind { get; }

    /// <summary>The kernel it runs in.</summary>
    protected SimKernel Kernel { get; }

    /// <summary>The task's own random stream.</summary>
    protected RandomStream Random { get; }

    /// <summary>Coefficient of variation of an operation's computation.</summary>
    protected double SpreadCv { get; init; }

    /// <summary>What laws depend on, by <see cref="Variable"/>.</summary>
    protected double[] Values { get; } = new double[Enum.GetValues<Variable>().Length];

    /// <summary>
    /// True while it works in the host's mount namespace. A lock that each namespace has one of is simulated for the host's alone: a container's own is
    /// taken by its own task only, and never waited for.
    /// </summary>
    protected virtual bool InHostNamespace => true;

    /// <summary>
    /// True when what comes next may begin before the computation that adds up has run: the two are one stretch on the CPU, which nobody can tell apart.
    /// </summary>
    protected virtual bool NextFollowsOn => false;

    /// <summary>Says what comes after an operation: starts the next one, runs user code, or ends the task.</summary>
    /// <returns>False when the task now waits or has ended; <see cref="SimTask.Continue"/> goes on with it.</returns>
    protected abstract bool Next();

    /// <summary>Brings <see cref="Values"/> up to the state of now.</summary>
    protected abstract void RefreshValues();

    /// <summary>Tasks asleep in poll() on a table that changes.</summary>
    protected abstract int PollersToWake();

    /// <summary>Wakes them.</summary>
    protected abstract void WakePollers();

    /// <summary>Changes the state.</summary>
    protected abstract void Apply(EffectKind kind, long count);

    /// <summary>Starts an operation; <see cref="Next"/> follows when it is done.</summary>
    /// <returns>True: the task goes on with it at once.</returns>
    protected bool Start(string operation) => Start(operation, Kernel.Script(operation));

    /// <summary>Starts a path walk; <see cref="Next"/> follows when it is done.</summary>
    /// <returns>True: the task goes on with it at once.</returns>
    protected bool StartWalk() => Start(SimKernel.PathLookupName, Kernel.PathLookup);

    /// <summary>Runs user code for a time (ps).</summary>
    /// <returns>True when it is over already.</returns>
    protected bool RunUserCode(double picoseconds)
    {
        AddUserCode(picoseconds);
        return !Flush();
    }

    /// <summary>Runs user code for a time (ps) in one stretch with what comes next, which begins with a look at nothing that changes.</summary>
    protected void AddUserCode(double picoseconds)
    {
        Tell(null);
        var whole = Math.Max(CarriedPs, picoseconds);
        _pendingUser += whole;
        _pending += whole;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected sealed override void Continue()
    {
        if (_stateIsOld)
        {
            if (_dependsOnState) RefreshValues();
            _stateIsOld = false;
        }

        do
        {
            while (_program is { } program)
            {
                ref readonly var step = ref program[_at];
                if (step.Code == OpCode.Fixed)
                {
                    _pending += _times * _speed * step.Constant;
                    _at++;
                }
                else if (step.Code == OpCode.End)
                {
                    if (!NextFollowsOn && Flush()) return;
                    _program = null;
                }
                else if (!Execute(program, in step))
                {
                    return;
                }
            }
        }
        while (Next());
    }

    // False when the task now computes, spins or sleeps; Continue() comes back to the step at _at.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Execute(Instruction[] program, in Instruction step)
    {
        switch (step.Code)
        {
            case OpCode.Compute:
            case OpCode.CpuLoop:
            case OpCode.Visit:
                _pending += _times * _speed * CostOf(in step);
                _at++;
                return true;
            case OpCode.Acquire or OpCode.Release when step.PerNamespace && !InHostNamespace:
                _at++;
                return true;
            case OpCode.Acquire:
                return !Flush() && Acquire(program, in step);
            case OpCode.Release:
                if (Flush()) return false;
                _pending += Kernel.Locks[step.Target].Release(this, step.Mode, (int)_times);
                _at++;
                return true;
            case OpCode.RepeatBegin:
                BeginLoop(program, in step);
                return true;
            case OpCode.RepeatEnd:
                EndOfIteration(in step);
                return true;
            case OpCode.Sample:
                return (step.IsPlain || !Flush()) && Took(((SeqLock)Kernel.Locks[step.Target]).Sample(this));
            case OpCode.Check:
                return !Flush() && Check(in step);
            case OpCode.GracePeriod:
                if (Flush()) return false;
                _at++;
                _stateIsOld = true;
                (step.Target == 1 ? Kernel.Expedited : Kernel.Normal).Synchronize(this);
                return false;
            case OpCode.WakePollers:
                return Wake(in step);
            case OpCode.Effect:
                Apply((EffectKind)step.Target, _times * (long)Math.Round(ValueOf(in step)));
                RefreshValues();
                _at++;
                return true;
            default:
                throw new InvalidOperationException($"no rule for {step.Code}");
        }
    }

    private bool Acquire(Instruction[] program, in Instruction step)
    {
        var target = Kernel.Locks[step.Target];
        if (step.IsPlain || target is SeqLock)
        {
            var section = _speed * (step.IsFixed ? step.Constant : EstimateOf(program, _at + 1, step.Match));
            if (target is SeqLock sequence) sequence.SectionPs = _times > 1 ? (long)section : 0;
            if (step.IsPlain && target.HoldFor(this, step.Mode, (int)_times, (long)(_times * section)) is var cost and >= 0)
            {
                _pending += cost;
                _at = step.Match + 1;
                return true;
            }
        }

        return Took(target.Acquire(this, step.Mode, (int)_times));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Took(long cost)
    {
        _at++;
        if (cost < 0)
        {
            _stateIsOld = true;
            return false;
        }

        _pending += cost;
        return true;
    }

    private bool Check(in Instruction step)
    {
        var changed = ((SeqLock)Kernel.Locks[step.Target]).Changed(this, out var cost);
        _pending += cost;
        _at = changed ? _at + 1 : step.Match;
        return true;
    }

    private bool Wake(in Instruction step)
    {
        var pollers = PollersToWake();
        if (pollers > 0)
        {
            if (Flush()) return false;
            _pending += WakePollersStep.Instructions(step.PerUnit, step.PerQueued, pollers, Scheduler.IdleCpus) * step.Scale * Scheduler.Hardware.PsPerInstruction[(int)step.Class];
            WakePollers();
        }

        _at++;
        return true;
    }

    // True when the computation that adds up runs now, until Continue(); false when there is none or it is over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Flush() => _pending >= CarriedPs && RunPending();

    private bool RunPending()
    {
        var (pending, user) = ((long)_pending, _pendingUser > 0 ? (long)_pendingUser : 0);
        _pending = _pendingUser = 0;
        return !TryBusy(pending, user);
    }

    private bool Start(string operation, Script script)
    {
        Tell(operation);
        _program = script.Code;
        _at = 0;
        _speed = Random.NextLogNormalFactor(SpreadCv);
        _dependsOnState = script.DependsOnState;
        if (_dependsOnState) RefreshValues();
        // What adds up has yet to run, and the state goes on changing meanwhile.
        _stateIsOld = _pending > 0;
        return true;
    }

    private void Tell(string? operation) => Scheduler.Observer?.Works(Simulation.Now.Picoseconds + (long)_pending, this, operation);

    private void BeginLoop(Instruction[] program, in Instruction step)
    {
        var times = Math.Max(0, (long)Math.Round(ValueOf(in step), MidpointRounding.AwayFromZero));
        if (times == 0)
        {
            _at = step.Match + 1;
            return;
        }

        ref var loop = ref _loops[_loopDepth++];
        loop.Outer = _times;
        loop.Remaining = times;
        loop.Batch = Math.Min(times, BatchOf(program, _at + 1, step.Match));
        _times = loop.Outer * loop.Batch;
        _at++;
    }

    private void EndOfIteration(in Instruction step)
    {
        ref var loop = ref _loops[_loopDepth - 1];
        loop.Remaining -= loop.Batch;
        if (loop.Remaining == 0)
        {
            _times = loop.Outer;
            _loopDepth--;
            _at++;
            return;
        }

        loop.Batch = Math.Min(loop.Batch, loop.Remaining);
        _times = loop.Outer * loop.Batch;
        _at = step.Match + 1;
    }

    // As many iterations at once as keep the longest hold inside below the limit; one where the loop waits or walks.
    private long BatchOf(Instruction[] program, int from, int to)
    {
        if (Kernel.BatchHoldPs == 0) return 1;
        var longest = 0.0;
        for (var i = from; i < to; i++)
        {
            if (program[i].Code is OpCode.GracePeriod or OpCode.Sample) return 1;
            if (program[i].Code == OpCode.Acquire && Kernel.Locks[program[i].Target] is RwSem) return 1;
            if (program[i].Code == OpCode.Acquire) longest = Math.Max(longest, EstimateOf(program, i + 1, program[i].Match));
        }

        if (longest == 0) return long.MaxValue;
        return Math.Max(1, (long)(Kernel.BatchHoldPs / (longest * _times)));
    }

    // Computation between two instructions, ps, for one time through.
    private double EstimateOf(Instruction[] program, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
        {
            if (program[i].Code == OpCode.Fixed)
            {
                sum += program[i].Constant;
            }
            else if (program[i].Code is OpCode.Compute or OpCode.CpuLoop or OpCode.Visit)
            {
                sum += CostOf(in program[i]);
            }
            else if (program[i].Code == OpCode.RepeatBegin)
            {
                sum += Math.Max(0, ValueOf(in program[i])) * EstimateOf(program, i + 1, program[i].Match);
                i = program[i].Match;
            }
        }

        return sum;
    }

    private double CostOf(in Instruction step)
    {
        var amount = ValueOf(in step);
        return step.Scale * amount * step.Code switch
        {
            OpCode.CpuLoop => Scheduler.Hardware.CpuLoopPs(Cpu, step.PerUnit, step.Sharing, step.Class),
            OpCode.Visit => Scheduler.Hardware.VisitPs(step.PerUnit, step.Class),
            _ => step.PerUnit * Scheduler.Hardware.PsPerInstruction[(int)step.Class],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double ValueOf(in Instruction step) => step.Law is null ? step.Constant : step.Law.Evaluate(Values);
}
