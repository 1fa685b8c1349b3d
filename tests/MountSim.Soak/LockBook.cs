using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Soak;

/// <summary>Who holds one lock.</summary>
internal sealed class LockBook
{
    private readonly Dictionary<SimTask, LockMode> _holders = [];

    /// <summary>Who has it now.</summary>
    public IReadOnlyCollection<SimTask> Holders => _holders.Keys;

    /// <summary>When the last exclusive hold ended, or, told beforehand, will end, ps.</summary>
    public long FreeFrom { get; private set; }

    /// <summary>True when a task has it.</summary>
    public bool IsHeldBy(SimTask task) => _holders.ContainsKey(task);

    /// <summary>A task takes it.</summary>
    /// <returns>What is wrong with that; null: nothing.</returns>
    public string? Take(long at, SimTask task, LockMode mode)
    {
        if (at < FreeFrom) return FormattableString.Invariant($"it is held until {FreeFrom} ps");
        foreach (var (holder, held) in _holders)
        {
            if (mode != LockMode.Read || held != LockMode.Read) return FormattableString.Invariant($"{holder.Kind} {holder.Number} has it to {held}");
        }
        return _holders.TryAdd(task, mode) ? null : "it has it already";
    }

    /// <summary>A task gives it back.</summary>
    /// <returns>False when it does not have it, or not so.</returns>
    public bool GiveBack(long at, SimTask task, LockMode mode)
    {
        FreeFrom = Math.Max(FreeFrom, at);
        return _holders.Remove(task, out var held) && held == mode;
    }
}
