using MountSim.Engine;

namespace MountSim.Model.Simulation;

/// <summary>
/// Frees what was taken away, a normal grace period later: RCU's callbacks run on the CPU that queued them, in softirqs that interrupt whatever computes there
/// (fs/namespace.c v6.12 cleanup_mnt: call_rcu(delayed_free_vfsmnt); fs/super.c deactivate_locked_super, __put_super: destroy_super_rcu, whose work runs on that CPU, too;
/// kernel/rcu/tree.c call_rcu, rcu_do_batch). An idle CPU does it at nobody's cost.
/// </summary>
public sealed class DeferredFrees : Process
{
    /// <summary>What a tmpfs's superblock counts among superblocks, which are told by what they have to free.</summary>
    private const int OfTmpfs = 4;

    private readonly Scheduler _scheduler;
    private readonly long[] _owed;

    /// <summary>Nothing is to be freed.</summary>
    public DeferredFrees(Scheduler scheduler) : base(scheduler.Simulation)
    {
        _scheduler = scheduler;
        _owed = new long[scheduler.Hardware.Cpus];
    }

    /// <summary>Mounts have gone.</summary>
    /// <param name="cpu">Where.</param>
    /// <param name="mounts">How many.</param>
    public void AddMounts(int cpu, long mounts) => Add(cpu, mounts * _scheduler.Hardware.FreeMountPs);

    /// <summary>Superblocks have gone.</summary>
    /// <param name="cpu">Where.</param>
    /// <param name="parts">What they have to free, in fourths of a tmpfs's.</param>
    public void AddSuperblocks(int cpu, long parts) => Add(cpu, parts * _scheduler.Hardware.FreeSuperblockPs / OfTmpfs);

    /// <inheritdoc/>
    protected override void Resume()
    {
        for (var cpu = 0; cpu < _owed.Length; cpu++)
        {
            _scheduler.Interrupt(cpu, _owed[cpu]);
            _owed[cpu] = 0;
        }
    }

    private void Add(int cpu, long picoseconds)
    {
        if (picoseconds == 0) return;
        _owed[cpu] += picoseconds;
        if (!IsScheduled) Timeout(new SimSpan(_scheduler.Hardware.NormalGracePs));
    }
}
