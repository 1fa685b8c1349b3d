using MountSim.Model.Kernels;
using MountSim.Model.Yaml;

namespace MountSim.Model.Simulation;

/// <summary>
/// One thing made faster or slower than the models say. A lock: the kernel code that runs while it is held (in any mode, code under inner locks
/// included) takes so many times its time; line transfers, waits for inner locks and grace periods stay. An operation or a part of one: its kernel code,
/// under locks and outside. A cost: see <see cref="Costs"/>.
/// </summary>
/// <param name="Target">A lock by its id or its name on the kernel, an operation or part of one, or a cost.</param>
/// <param name="Factor">What its time is multiplied by, 0 or more.</param>
public readonly record struct WhatIf(string Target, double Factor)
{
    /// <summary>All kernel code: nanoseconds an instruction.</summary>
    public const string Instruction = "instruction";

    /// <summary>Moving a cache line between CPUs, at every distance.</summary>
    public const string Transfer = "transfer";

    /// <summary>The length of grace periods, normal and expedited.</summary>
    public const string GracePeriod = "grace_period";

    /// <summary>From waking a task to its being runnable.</summary>
    public const string WakeUp = "wake_up";

    /// <summary>The runtimes' own code between system calls.</summary>
    public const string UserCpu = "user_cpu";

    /// <summary>The costs that are no lock and no operation.</summary>
    public static IReadOnlyList<string> Costs { get; } = [Instruction, Transfer, GracePeriod, WakeUp, UserCpu];

    /// <summary>Refuses a target that a kernel does not have.</summary>
    /// <exception cref="ModelException">The message names the nearest, then the locks and the costs.</exception>
    public void Check(KernelModel kernel)
    {
        var locks = kernel.Locks.SelectMany(item => new[] { item.Id, item.Symbol }).Distinct().ToList();
        if (Costs.Contains(Target) || locks.Contains(Target) || kernel.Operations.ContainsKey(Target)) return;
        var near = NearestName.Of(Target, [.. locks, .. Costs, .. kernel.Operations.Keys]) is { } name ? $"did you mean '{name}'? " : "";
        throw new ModelException(
            "--what-if", $"{kernel.Name} has no lock, operation or cost '{Target}'; {near}allowed: {string.Join(", ", [.. Costs, .. locks])}, or an operation's name");
    }
}
