using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>The kernel functions that traces show: what takes a lock and how, and what releases it.</summary>
public static class TraceFunctions
{
    private const string Expedited = "synchronize_rcu_expedited";

    private static readonly Dictionary<string, (LockMode? Mode, string Release)> Takes = new(StringComparer.Ordinal)
    {
        ["down_write"] = (LockMode.Write, "up_write"),
        ["down_write_killable"] = (LockMode.Write, "up_write"),
        ["down_write_trylock"] = (LockMode.Write, "up_write"),
        ["down_read"] = (LockMode.Read, "up_read"),
        ["down_read_killable"] = (LockMode.Read, "up_read"),
        ["down_read_trylock"] = (LockMode.Read, "up_read"),
        ["mutex_lock"] = (LockMode.Write, "mutex_unlock"),
        ["mutex_lock_killable"] = (LockMode.Write, "mutex_unlock"),
        ["mutex_lock_interruptible"] = (LockMode.Write, "mutex_unlock"),
        ["mutex_trylock"] = (LockMode.Write, "mutex_unlock"),
        // A seqlock taken by this function may be either mode: the trace cannot tell.
        ["spin_lock"] = (null, "spin_unlock"),
        ["spin_lock_irq"] = (null, "spin_unlock_irq"),
        ["spin_lock_irqsave"] = (null, "spin_unlock_irqrestore"),
        ["spin_trylock"] = (null, "spin_unlock"),
        ["write_seqlock"] = (LockMode.Write, "spin_unlock"),
        ["read_seqlock_excl"] = (LockMode.Exclusive, "spin_unlock"),
        // The models have the kernel's rwlocks as spinlocks.
        ["read_lock"] = (null, "read_unlock"),
        ["write_lock"] = (null, "write_unlock"),
    };

    private static readonly HashSet<string> Releases = new(Takes.Values.Select(item => item.Release), StringComparer.Ordinal);

    private static readonly string[] Rcu = [Expedited, "synchronize_rcu", "call_rcu"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Takes.Keys, .. Releases, .. Rcu];

    /// <summary>True for one of <see cref="Names"/>.</summary>
    public static bool IsKnown(string function) => Names.Contains(function);

    /// <summary>True for a function that takes a lock.</summary>
    public static bool Taking(string function) => Takes.ContainsKey(function);

    /// <summary>True for a function that may fail to take its lock.</summary>
    public static bool Tries(string function) => function.EndsWith("trylock", StringComparison.Ordinal);

    /// <summary>True for a function that waits for a grace period.</summary>
    public static bool WaitsForGracePeriod(string function) => function is Expedited or "synchronize_rcu";

    /// <summary>True for a sleeping reader-writer lock.</summary>
    public static bool TakesRwSem(string function) => function.StartsWith("down_", StringComparison.Ordinal);

    /// <summary>How a function takes a lock; null where the function does not tell a seqlock's mode.</summary>
    public static LockMode? Mode(string function) => Takes[function].Mode;

    /// <summary>The function that releases what another took.</summary>
    public static string Release(string function) => Takes[function].Release;

    /// <summary>The function of a grace period.</summary>
    public static string GracePeriod(bool expedited) => expedited ? Expedited : "synchronize_rcu";
}
