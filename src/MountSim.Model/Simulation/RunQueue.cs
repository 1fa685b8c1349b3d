namespace MountSim.Model.Simulation;

/// <summary>
/// The tasks that want a CPU, the one with the least virtual run time first: one queue for the machine, as if its CPUs' queues were always in balance. Virtual run
/// time is CPU time on a scale whose mean over all runnable tasks is where a new one begins. A task that sleeps keeps what it is owed, up to two slices, and what it
/// has had too much. kernel/sched/fair.c v6.6: avg_vruntime, place_entity, update_entity_lag.
/// </summary>
internal sealed class RunQueue(long slicePs)
{
    private readonly PriorityQueue<SimTask, Turn> _waiting = new();
    private readonly long _mostLag = slicePs > long.MaxValue / 2 ? long.MaxValue : 2 * slicePs;
    // Virtual run time of all runnable tasks, without what the running ones have run.
    private long _sum;
    private long _runnable;
    private long _lastMean;
    private long _order;

    /// <summary>The one whose turn it is; there must be one.</summary>
    public SimTask First => _waiting.Peek();

    /// <summary>The mean virtual run time of all runnable tasks, ps.</summary>
    /// <param name="ran">Busy CPUs times picoseconds up to now.</param>
    public long Mean(double ran) => _runnable == 0 ? _lastMean : (_sum + (long)ran) / _runnable;

    /// <summary>A task becomes runnable: it is owed what it was owed when it slept, also after its own arrival has moved the mean.</summary>
    /// <param name="task">Which.</param>
    /// <param name="ran">Busy CPUs times picoseconds up to now.</param>
    public void Join(SimTask task, double ran)
    {
        ref var share = ref task.Share;
        share.VirtualRun = Mean(ran) - (_runnable == 0 ? 0 : share.Lag + (share.Lag / _runnable));
        _sum += share.VirtualRun;
        _runnable++;
    }

    /// <summary>A task that does not run any more is no longer runnable.</summary>
    /// <param name="task">Which.</param>
    /// <param name="ran">Busy CPUs times picoseconds up to now.</param>
    public void Leave(SimTask task, double ran)
    {
        ref var share = ref task.Share;
        _lastMean = Mean(ran);
        share.Lag = Math.Clamp(_lastMean - share.VirtualRun, -_mostLag, _mostLag);
        _sum -= share.VirtualRun;
        _runnable--;
    }

    /// <summary>A runnable task waits for a CPU.</summary>
    public void Enqueue(SimTask task) => _waiting.Enqueue(task, new Turn(task.Share.VirtualRun, _order++));

    /// <summary>Takes the first out; there must be one.</summary>
    public SimTask Dequeue() => _waiting.Dequeue();

    private readonly record struct Turn(long VirtualRun, long Order) : IComparable<Turn>
    {
        public int CompareTo(Turn other) => VirtualRun != other.VirtualRun ? VirtualRun.CompareTo(other.VirtualRun) : Order.CompareTo(other.Order);
    }
}
