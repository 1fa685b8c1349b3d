using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Simulation;

/// <summary>One container: its start, and its stop when it has a lifetime. One task stands for the processes that follow each other in a start.</summary>
internal sealed class ContainerTask : HostTask
{
    private const double PsPerMillisecond = 1e9;
    private const double PsPerSecond = 1e12;

    private readonly ContainerPlan _plan;
    private readonly Storm _storm;
    private readonly ContainerNamespaces _namespaces;
    private readonly double[] _runtimeValues;
    private IReadOnlyList<PlanStep> _steps;
    private PlanStep _step = new();
    private int _next;
    private double _userLeft;
    private bool _started;
    private long _runQueueBeforeWait;

    public ContainerTask(HostSystem system, Storm storm, ContainerPlan plan, int number) : base(system, number, "container")
    {
        _storm = storm;
        _plan = plan;
        _steps = plan.Start;
        _namespaces = new ContainerNamespaces(system.Host);
        _runtimeValues = [.. plan.Values];
        WaitsPs = new long[system.Kernel.WaitObjects];
    }

    /// <summary>When the start was issued, ps.</summary>
    public long IssuedAt { get; private set; }

    /// <summary>When it was started, ps.</summary>
    public long StartedAt { get; private set; }

    /// <summary>Where the time of the start went.</summary>
    public StartTime Started { get; private set; }

    /// <summary>Time waited by wait object during the start, ps; what of it was waiting for a CPU is left out.</summary>
    public long[] WaitsPs { get; }

    /// <summary>How many of its namespaces receive the host's propagation.</summary>
    public int ReceivingNamespaces => _namespaces.Receiving;

    /// <summary>CPU time that the current request asks of PID 1, ps.</summary>
    public double Pid1Ps => _step.Pid1Ps;

    protected override bool OnHostTable => _step.InHost;

    protected override bool InHostNamespace => _step.InHost;

    protected override bool Propagates => _step is { InHost: true, Shared: true };

    private ContainerNamespace Namespace => _namespaces.Back(_step.Outer);

    // A request to PID 1 is made, and a start is over, when all before it has run.
    protected override bool NextFollowsOn => _userLeft > 0 || (_next < _steps.Count && _steps[_next].Pid1Ps == 0);

    protected override long MountsSeen => _step.InHost ? base.MountsSeen : Namespace.Mounts;

    /// <summary>Issues the start on a CPU.</summary>
    public void Issue(int cpu)
    {
        NoteIssue();
        Cpu = cpu;
        Begin();
    }

    protected override bool Next()
    {
        if (_userLeft > 0) return RunUserCodeWithWalks();
        if (_next < _steps.Count) return Begin(_steps[_next++]);
        if (_started)
        {
            _storm.Stopped();
            End();
        }
        else
        {
            FinishStart();
        }

        return false;
    }

    protected override void RefreshValues()
    {
        base.RefreshValues();
        _runtimeValues[RuntimeSlots.HostMounts] = System.Host.Mounts;
        _runtimeValues[RuntimeSlots.Inherited] = Namespace.Inherited;
        _runtimeValues[RuntimeSlots.OwnMounts] = Namespace.Own;
        Values[(int)Variable.Bystanders] = _step.Peer is null ? 0 : System.Host.Bystanders;
        Values[(int)Variable.Tree] = _step.Tree?.Evaluate(_runtimeValues) ?? 1;
    }

    protected override void Waited(IWaitObject on, long picoseconds)
    {
        if (_started) return;
        // A waiter that was woken and then queued for a CPU waited for the CPU.
        WaitsPs[on.WaitIndex] += picoseconds - (Time.RunQueue - _runQueueBeforeWait);
    }

    protected override void WaitBegins() => _runQueueBeforeWait = Time.RunQueue;

    protected override void Apply(EffectKind kind, long count)
    {
        switch (kind)
        {
            case EffectKind.Attach:
                ChangeTable(count);
                break;
            case EffectKind.Detach:
                ChangeTable(-count);
                System.Kernel.Frees?.AddMounts(Cpu, Propagates ? count * (1 + System.Host.Receivers) : count);
                break;
            case EffectKind.CopyNamespace:
                CopyNamespace();
                break;
            case EffectKind.MakePrivate:
                // Only a recursive change of the whole tree ends propagation; that of one mount (the root file system) does not.
                if (!_step.InHost && count >= Namespace.Inherited) Namespace.StopReceiving();
                break;
            case EffectKind.FreeSuperblock:
                System.Kernel.Frees?.AddSuperblocks(Cpu, count);
                break;
            case EffectKind.MakeSlave:
                break;
            case EffectKind.DropInherited:
                System.Kernel.Frees?.AddMounts(Cpu, Namespace.Inherited);
                Namespace.DropInherited();
                break;
            case EffectKind.ExitNamespace:
                System.Kernel.Frees?.AddMounts(Cpu, _namespaces.Back(0).Mounts);
                _namespaces.End();
                break;
            case EffectKind.NewNamespace:
                _namespaces.Add().Change(count);
                break;
            default:
                throw new InvalidOperationException($"no rule for {kind}");
        }
    }

    private void FinishStart()
    {
        _started = true;
        StartedAt = Simulation.Now.Picoseconds;
        Started = new StartTime(Time.User, Time.Kernel, Time.RunQueue, WaitsPs.Sum());
        var next = _storm.Started(this);
        if (System.Workload.LifetimeSeconds is not { } lifetime)
        {
            if (next is null)
            {
                End();
                return;
            }

            next.NoteIssue();
            EndInFavourOf(next);
            return;
        }

        _steps = _plan.Stop;
        _next = 0;
        SleepFor((long)(lifetime * PsPerSecond));
    }

    private void NoteIssue()
    {
        IssuedAt = Simulation.Now.Picoseconds;
        Scheduler.Observer?.Issued(IssuedAt, Number);
    }

    private bool Begin(PlanStep step)
    {
        _step = step;
        if (step.Pid1Ps > 0 && System.Pid1 is { } pid1)
        {
            pid1.Request(this);
            return false;
        }

        if (step.Operation is null)
        {
            _userLeft = step.UserPs * Random.NextLogNormalFactor(SpreadCv);
            Values[(int)Variable.Components] = System.Workload.PathComponents;
            return true;
        }

        Values[(int)Variable.Layers] = step.Layers?.Evaluate(_runtimeValues) ?? 0;
        Values[(int)Variable.Children] = step.Children?.Evaluate(_runtimeValues) ?? 0;
        Values[(int)Variable.Components] = step.Components?.Evaluate(_runtimeValues) ?? System.Workload.PathComponents;
        if (Scheduler.Hardware.CallPs > 0) AddUserCode(Scheduler.Hardware.CallPs);
        return Start(step.Operation);
    }

    // User code makes path walks at a rate: exponential gaps, so that a thousand containers do not walk in step.
    private bool RunUserCodeWithWalks()
    {
        var rate = System.Workload.WalksPerCpuMs;
        var gap = rate <= 0 ? _userLeft : Math.Min(_userLeft, Random.NextExponential(PsPerMillisecond / rate));
        _userLeft -= gap;
        if (_userLeft <= 0) return RunUserCode(gap);
        AddUserCode(gap);
        return StartWalk();
    }

    private void ChangeTable(long mounts)
    {
        if (_step.Fails) return;
        if (_step.Peer is { } peer) System.Host.ChangeClones(mounts * (long)Math.Round(peer.Evaluate(_runtimeValues)));
        if (_step.InHost) System.Host.Change(mounts, _step.Shared);
        else Namespace.Change(mounts);
    }

    private void CopyNamespace()
    {
        var copied = Namespace;
        var copy = _namespaces.Add();
        if (_step.InHost || copied == copy) copy.CopyFromHost();
        else copy.CopyFrom(copied);
    }
}
