using MountSim.Model.Kernels;

namespace MountSim.Model.Runtimes;

/// <summary>One step of a container's start or stop. Laws are over the slots of <see cref="RuntimeSlots"/> and the runtime's variables.</summary>
public abstract record RuntimeStep
{
    /// <summary>file:line:column of the step.</summary>
    public string At { get; init; } = "";

    /// <summary>The program or process that does it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Where it was read or measured.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// Entries of the runtimes reference's list that one time of this step stands for: 0 for a call that the list has as a part of another or not at all, 1 for
    /// one that it has apart though its name is none that counts; null for what the name says. For reading the reference's totals only.
    /// </summary>
    public Expression? Listed { get; init; }
}

/// <summary>User CPU time of the runtime; it makes path walks at the workload's rate.</summary>
/// <param name="Microseconds">How long on an otherwise idle CPU, microseconds.</param>
public sealed record CpuStep(Expression Microseconds) : RuntimeStep
{
    /// <summary>The mount namespace in which the calls run that this time includes and <see cref="RuntimeStep.Listed"/> counts.</summary>
    public MountNamespace In { get; init; }
}

/// <summary>A system call, done a number of times in a row.</summary>
/// <param name="Operation">One of <see cref="OperationNames"/>.</param>
/// <param name="In">The caller's mount namespace.</param>
/// <param name="Count">How many times; rounded, and none when negative (<see cref="RuntimeModel.Times"/>).</param>
public sealed record OperationStep(string Operation, MountNamespace In, Expression Count) : RuntimeStep
{
    /// <summary>Mounts in the subtree operated on; null for 1.</summary>
    public Expression? Tree { get; init; }

    /// <summary>Overlay lower layers; null where there is no overlay.</summary>
    public Expression? Layers { get; init; }

    /// <summary>Mounts below the source of a bind; null for 0.</summary>
    public Expression? Children { get; init; }

    /// <summary>Components of each path walked; null for the workload's.</summary>
    public Expression? Components { get; init; }

    /// <summary>In the host's namespace: above 0 when the change propagates, 0 when it lands on a private mount; null for 1.</summary>
    public Expression? Shared { get; init; }

    /// <summary>
    /// In the host's namespace, for a mount that lands on the mount it was cloned from: 1 when it stays that mount's peer, 0 when it was made private; null for
    /// a mount that lands elsewhere. Propagation visits all peers.
    /// </summary>
    public Expression? Peer { get; init; }

    /// <summary>In a container's namespace: how many back from the newest that this container has; 0 for the newest.</summary>
    public int Outer { get; init; }

    /// <summary>True for a call that does its work and is then refused: no mount comes or goes.</summary>
    public bool Fails { get; init; }
}

/// <summary>Creating the container's cgroup through systemd: waits in PID 1's queue. Skipped when the cgroup driver is not systemd.</summary>
/// <param name="Microseconds">CPU time of PID 1 for it, microseconds.</param>
public sealed record SystemdUnitStep(Expression Microseconds) : RuntimeStep;

/// <summary>Steps done together a number of times in a row.</summary>
/// <param name="Times">How many times; rounded, and none when negative.</param>
/// <param name="Steps">The steps of one time.</param>
public sealed record LoopStep(Expression Times, IReadOnlyList<RuntimeStep> Steps) : RuntimeStep;
