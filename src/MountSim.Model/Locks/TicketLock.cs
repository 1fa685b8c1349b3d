using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// FIFO by ticket: an atomic takes a ticket, every waiter polls the one "now serving" line. A release invalidates all copies; the waiters re-fetch the line one
/// behind the other, and the next holder is at a random place among them: a hand-off costs on average half a transfer a waiter (Boyd-Wickizer, Kaashoek,
/// Morris, Zeldovich, OLS 2012; 21.0 ns a waiter at a 47 ns transfer on Graviton2).
/// </summary>
public sealed class TicketLock : SimLock
{
    private readonly RandomStream _random;
    private TaskQueue _waiters;
    private SimTask? _holder;

    /// <summary>A free ticket lock on a line.</summary>
    public TicketLock(Scheduler scheduler, CacheLine line, RandomStream random) : base(scheduler, line) => _random = random;

    /// <inheritdoc/>
    public override long Acquire(SimTask task, LockMode mode, int sections)
    {
        Settle();
        task.PreemptDepth++;
        if (_holder is null) return Take(task, mode, sections);
        task.WaitMode = mode;
        task.WaitSections = sections;
        task.WaitStart = Now;
        _waiters.Enqueue(task);
        task.Spin(this);
        return -1;
    }

    /// <inheritdoc/>
    private protected override long Take(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        statistics.CountFree(sections);
        Hold(task);
        return Line.Write(Now, task.Cpu, statistics.Transfers) - Now;
    }

    /// <inheritdoc/>
    private protected override long GiveBack(SimTask task, LockMode mode, int sections)
    {
        var statistics = Statistics(mode);
        HoldEnds(statistics);
        TellReleased(task, LockMode.Write);
        _holder = null;
        if (_waiters.Count > 0)
        {
            var place = 1 + _random.NextInt(_waiters.Count);
            var next = _waiters.Dequeue();
            _holder = next;
            statistics.Transfers[(int)Scheduler.Hardware.DistanceBetween(task.Cpu, next.Cpu)]++;
            next.GrantAt(ReleasedAt + (place * Scheduler.Hardware.Transfer(task.Cpu, next.Cpu)));
        }

        return 0;
    }

    /// <inheritdoc/>
    public override void Acquired(SimTask task)
    {
        Statistics(task.WaitMode).CountContended(Now - task.WaitStart, task.WaitSections);
        Statistics(task.WaitMode).CountTraced(Now - task.WaitStart);
        Hold(task);
    }

    /// <inheritdoc/>
    protected override bool IsIdle => _holder is null;

    /// <inheritdoc/>
    private protected override void Forget(SimTask task, LockMode mode) => task.PreemptDepth--;

    private void Hold(SimTask task)
    {
        _holder = task;
        HoldBegins();
        TellHeld(task, LockMode.Write);
    }
}
