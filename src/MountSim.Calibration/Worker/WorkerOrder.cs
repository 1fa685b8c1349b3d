using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Worker;

/// <summary>What the parent tells the measuring process, as one JSON argument.</summary>
internal sealed record WorkerOrder
{
    /// <summary>The working directory that the parent made.</summary>
    public required string Directory { get; init; }

    /// <summary><c>root</c>, <c>user_namespace</c> or <c>none</c>.</summary>
    public required string Privilege { get; init; }

    /// <summary>The parent's process ID: if it is no longer the parent at the start, nobody waits for the result.</summary>
    public required int Parent { get; init; }

    /// <summary>The parent's mount namespace, as /proc names it; must not be the worker's.</summary>
    public required string ParentNamespace { get; init; }

    /// <summary>Seed of the order.</summary>
    public required long Seed { get; init; }

    /// <summary>Rounds at least.</summary>
    public required int MinRounds { get; init; }

    /// <summary>Rounds at most.</summary>
    public required int MaxRounds { get; init; }

    /// <summary>Relative error at which to stop.</summary>
    public required double TargetRelativeError { get; init; }

    /// <summary>Time to stop at, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The parent as an owner, whose leavings the guard removes too.</summary>
    public required string ParentOwner { get; init; }

    /// <summary>The depth that was asked for; null: the deepest that the host allows.</summary>
    public ProbeLevel? Level { get; init; }

    /// <summary>True to measure contention curves.</summary>
    public required bool Curves { get; init; }

    /// <summary>Mounts added to the table, one room each.</summary>
    public required IReadOnlyList<int> ExtraMounts { get; init; }
}
