using MountSim.Engine;

namespace MountSim.Model.Simulation;

/// <summary>
/// The kernel thread that frees mounts and superblocks. What went is freed a normal grace period later, by the softirq that runs RCU's callbacks, which ksoftirqd does where there is much of
/// it (fs/namespace.c v6.12 cleanup_mnt: call_rcu(delayed_free_vfsmnt); fs/super.c deactivate_locked_super, __put_super: destroy_super_rcu; kernel/rcu/tree.c rcu_do_batch). Whoever took it away does not wait for it, but a CPU does it.
/// </summary>
public sealed class DeferredFrees : SimTask
{
    private readonly Callbacks _callbacks;
    private long _owed;
    private bool _runs;

    /// <summary>Nothing is to be freed.</summary>
    public DeferredFrees(Scheduler scheduler) : base(scheduler, 0) => _callbacks = new Callbacks(this);

    /// <inheritdoc/>
    public override string Kind => "ksoftirqd";

    /// <summary>Mounts have gone.</summary>
    public void AddMounts(long mounts) => Add(mounts * Scheduler.Hardware.FreeMountPs);

    /// <summary>Superblocks have gone.</summary>
    public void AddSuperblocks(long superblocks) => Add(superblocks * Scheduler.Hardware.FreeSuperblockPs);

    private void Add(long picoseconds)
    {
        _owed += picoseconds;
        Await();
    }

    /// <inheritdoc/>
    protected override void Continue()
    {
        if (!_runs)
        {
            var work = _owed;
            _owed = 0;
            _runs = true;
            Busy(work);
            return;
        }

        _runs = false;
        End();
        Await();
    }

    private void Await()
    {
        if (_owed > 0 && State == TaskState.Inactive && !_callbacks.IsScheduled) _callbacks.Timeout(new SimSpan(Scheduler.Hardware.NormalGracePs));
    }

    /// <summary>Becomes due when a grace period has passed.</summary>
    private sealed class Callbacks(DeferredFrees owner) : Process(owner.Simulation)
    {
        protected override void Resume() => owner.Begin();
    }
}
