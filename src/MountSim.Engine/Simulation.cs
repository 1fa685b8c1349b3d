using System.Runtime.CompilerServices;
namespace MountSim.Engine;

/// <summary>
/// The clock and the pending events. Events run in the order (time, order of scheduling): two runs that schedule the same events in the same order
/// are the same run, on every machine.
/// </summary>
public sealed class Simulation
{
    private readonly RadixHeap _pending = new();
    private Process[] _processes = new Process[64];
    private int _processCount;
    private long _end;
    private volatile bool _stopped;

    /// <summary>The current instant.</summary>
    public SimTime Now { get; private set; }

    /// <summary>Events executed so far, cancelled ones not counted.</summary>
    public long Events { get; private set; }

    /// <summary>Runs until nothing is pending or <see cref="Stop"/> is called.</summary>
    public void Run() => RunUntil(SimTime.Never);

    /// <summary>
    /// Runs all events before <paramref name="end"/> (exclusive); afterwards the clock shows <paramref name="end"/>, unless the run was stopped. An end before
    /// now runs nothing.
    /// </summary>
    public void RunUntil(SimTime end)
    {
        _stopped = false;
        _end = end.Picoseconds;
        while (!_stopped)
        {
            if (end != SimTime.Never && (!_pending.TryPeekTime(out var next) || next >= end.Picoseconds))
            {
                if (end > Now) Now = end;
                return;
            }

            if (!_pending.TryTake(out var entry)) return;
            var process = _processes[entry.Process];
            if (process.Generation != entry.Generation) continue;
            Now = new SimTime(entry.Time);
            Events++;
            process.IsScheduled = false;
            process.Resume();
        }
    }

    /// <summary>Makes the run end after the current event; the only member that another thread may call.</summary>
    public void Stop() => _stopped = true;

    internal void Register(Process process)
    {
        if (_processCount == _processes.Length) Array.Resize(ref _processes, _processCount * 2);
        process.Index = _processCount;
        _processes[_processCount++] = process;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Schedule(Process process, SimTime time)
    {
        // The heap alone would take an instant between its last event and a clock that RunUntil moved on.
        if (time < Now) ThrowBeforeNow(time);
        process.IsScheduled = true;
        _pending.Add(new PendingEvent(time.Picoseconds, process.Index, ++process.Generation));
    }

    /// <summary>
    /// Moves the clock on when nothing else is due until then, that instant included: the timeout of the process that runs, without an entry for it. The same
    /// events in the same order as with one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPass(SimSpan delay)
    {
        var time = Now + delay;
        if (_stopped || time.Picoseconds >= _end || !_pending.IsEmptyUpTo(time.Picoseconds)) return false;
        Now = time;
        Events++;
        return true;
    }

    private void ThrowBeforeNow(SimTime time) => throw new ArgumentOutOfRangeException(
        nameof(time), $"an event at {time.Picoseconds} ps cannot be scheduled: the simulation has reached {Now.Picoseconds} ps");
}
