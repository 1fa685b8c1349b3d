using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Reporting.Timelines;

/// <summary>A track a lock with who holds it alone, lanes for those who hold it together, and how many wait.</summary>
internal sealed class LockTracks(TraceSink sink, WaitNames names, SimKernel kernel)
{
    private readonly Dictionary<(SimLock Lock, SimTask Task), (LockMode Mode, long Since)> holds = [];
    private readonly Dictionary<SimTask, (IWaitObject On, long Since)> waits = [];
    private readonly string[] queues = [.. kernel.Definitions.Select(definition => $"waiting for {definition.Symbol}")];
    private readonly int[] waiting = new int[kernel.Locks.Length];

    public void Held(long at, SimLock held, SimTask task, LockMode mode) => holds.Add((held, task), (mode, at));

    public void Released(long at, SimLock held, SimTask task)
    {
        if (holds.Remove((held, task), out var hold)) Draw(held, task, hold.Mode, hold.Since, at, cut: false);
    }

    public void WaitBegan(long now, SimTask task, IWaitObject on)
    {
        if (on.WaitIndex < 0) return;
        waits.Add(task, (on, now));
        Queue(now, on, 1);
    }

    public void WaitEnded(long now, SimTask task, IWaitObject on, long since)
    {
        if (!waits.Remove(task)) return;
        Queue(now, on, -1);
        Draw(task, on, since, now, cut: false);
    }

    /// <summary>What goes on at the end is drawn up to there, and says that it was cut.</summary>
    public void Ended(long now)
    {
        foreach (var ((held, task), (mode, since)) in holds) Draw(held, task, mode, since, now, cut: true);
        foreach (var (task, (on, since)) in waits) Draw(task, on, since, now, cut: true);
        holds.Clear();
        waits.Clear();
    }

    private void Draw(SimLock held, SimTask task, LockMode mode, long from, long to, bool cut)
    {
        var name = names.Of(held, mode);
        if (mode == LockMode.Read) sink.Span(TrackGroup.Locks, "hold", name, from, to, "task", names.Of(task), cut);
        else sink.Slice(TrackGroup.Locks, held.WaitIndex, "hold", name, from, to, "task", names.Of(task));
    }

    private void Draw(SimTask task, IWaitObject on, long from, long to, bool cut) =>
        sink.Span(TrackGroup.Waits, CategoryOf(on), names.Of(on, task), from, to, "task", names.Of(task), cut);

    // A walk takes no lock, a grace period is nobody's: only the first kind of wait ends in a hold.
    private static string CategoryOf(IWaitObject on) => on switch
    {
        SimLock => "wait",
        GracePeriods => "grace",
        _ => "other",
    };

    private void Queue(long now, IWaitObject on, int change)
    {
        if (on is SimLock one) sink.Counter(TrackGroup.Locks, queues[one.WaitIndex], now, "tasks", waiting[one.WaitIndex] += change);
    }
}
