using MountSim.Model.Kernels;
using MountSim.Model.Workloads;

namespace MountSim.Model.Simulation;

/// <summary>A task on the simulated host: knows its tables and its pollers.</summary>
internal abstract class HostTask : KernelTask
{
    private readonly Workload _workload;

    protected HostTask(HostSystem system, int number, string stream) : base(system.Kernel, number, system.Seed, stream)
    {
        System = system;
        SpreadCv = system.SpreadCv;
        _workload = system.Workload;
        Values[(int)Variable.Cpus] = Scheduler.Hardware.PossibleCpus;
        Values[(int)Variable.Tasks] = _workload.Tasks;
        Values[(int)Variable.Components] = _workload.PathComponents;
        Values[(int)Variable.LineBytes] = _workload.MountinfoLineBytes;
        Values[(int)Variable.Tree] = 1;
    }

    protected HostSystem System { get; }

    /// <summary>True while the current operation changes the host's table in a way that others receive.</summary>
    protected virtual bool Propagates => false;

    /// <summary>True while the current operation works on the host's table.</summary>
    protected virtual bool OnHostTable => true;

    /// <summary>Mounts in the caller's namespace.</summary>
    protected virtual long MountsSeen => System.Host.Mounts;

    protected override void RefreshValues()
    {
        Values[(int)Variable.Mounts] = MountsSeen;
        Values[(int)Variable.Receivers] = Propagates ? System.Host.Receivers : 0;
        Values[(int)Variable.Shared] = Propagates ? 1 : 0;
        Values[(int)Variable.Pollers] = PollersToWake();
    }

    protected override int PollersToWake() => OnHostTable ? System.SleepingPollers : 0;

    protected override void WakePollers() => System.WakePollers(Cpu);

    protected override void Apply(EffectKind kind, long count)
    {
    }
}
