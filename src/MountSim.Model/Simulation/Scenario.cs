using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Workloads;

namespace MountSim.Model.Simulation;

/// <summary>All that a replication needs but its seed.</summary>
public sealed record Scenario(Machine Machine, KernelModel Kernel, RuntimeModel Runtime, Workload Workload, CostModel Costs)
{
    /// <summary>What the kernel lacks of the runtime's system calls and what is done instead, in a sentence; null when it lacks nothing.</summary>
    /// <exception cref="ModelException">There is nothing to do instead.</exception>
    public string? FallbackNote() => new ContainerPlan(this).Note;

    /// <summary>Attach and detach calls of one start.</summary>
    public int MountOperations() => new ContainerPlan(this).MountOperations;

    /// <summary>Nanoseconds an instruction; by default the machine's.</summary>
    public Interval NsPerInstruction { get; init; } = Machine.NsPerInstruction.Interval;

    /// <summary>Which system calls the runtime mounts by.</summary>
    public MountApi Api { get; init; }

    /// <summary>What is made faster or slower than the models say.</summary>
    public IReadOnlyList<WhatIf> WhatIf { get; init; } = [];

    /// <summary>Longest hold of a batch of a loop, ps; 0 simulates every iteration.</summary>
    public long BatchHoldPs { get; init; } = SimKernel.DefaultBatchHoldPs;
}
