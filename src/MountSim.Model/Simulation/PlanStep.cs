using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>One thing a container's task does: an operation, user code, or a request to PID 1. Counts and loops of the runtime are unrolled.</summary>
public sealed record PlanStep
{
    /// <summary>The operation, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>User code, ps; 0 for an operation.</summary>
    public double UserPs { get; init; }

    /// <summary>CPU time of PID 1, ps; 0 when it is not asked.</summary>
    public double Pid1Ps { get; init; }

    /// <summary>True when the caller is in the host's namespace.</summary>
    public bool InHost { get; init; }

    /// <summary>True when a change in the host's namespace propagates.</summary>
    public bool Shared { get; init; }

    /// <summary>1 when the mount is a peer of the mount it lands on, 0 when it only lands there; null when it lands elsewhere.</summary>
    public Expression? Peer { get; init; }

    /// <summary>Which of the container's namespaces the caller is in, back from the newest.</summary>
    public int Outer { get; init; }

    /// <summary>True when the call changes no table.</summary>
    public bool Fails { get; init; }

    /// <summary>Mounts in the subtree; null for 1.</summary>
    public Expression? Tree { get; init; }

    /// <summary>Overlay layers; null for 0.</summary>
    public Expression? Layers { get; init; }

    /// <summary>Mounts below a bind's source; null for 0.</summary>
    public Expression? Children { get; init; }

    /// <summary>Path components; null for the workload's.</summary>
    public Expression? Components { get; init; }
}
