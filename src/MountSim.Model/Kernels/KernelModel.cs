using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>One kernel version: its locks and its operations, after inheritance has been resolved.</summary>
/// <param name="Name">The model's name: <c>linux-6.12</c>, <c>article-mount2</c>.</param>
/// <param name="Title">A line for a reader.</param>
/// <param name="Extends">The kernel it was derived from, or null.</param>
/// <param name="WhatIf">True for a kernel that does not exist (the article's account, a proposal).</param>
/// <param name="Walk">What a path walk costs.</param>
/// <param name="Locks">All locks, in the file's order.</param>
/// <param name="Operations">All operations by name.</param>
/// <param name="Lacks">Operations that other kernels have and this one has not.</param>
public sealed record KernelModel(
    string Name,
    string Title,
    string? Extends,
    bool WhatIf,
    WalkLaw Walk,
    IReadOnlyList<LockDefinition> Locks,
    IReadOnlyDictionary<string, Operation> Operations,
    IReadOnlySet<string> Lacks)
{
    /// <summary>Why there is no such operation, for a message: the kernel lacks it, or nobody has it.</summary>
    public string WhyNot(string operation) => Lacks.Contains(operation)
        ? $"{Name} lacks '{operation}': the system call, or this use of it, is not in that kernel"
        : $"no operation '{operation}'; {NearestName.Hint(operation, [.. Operations.Keys])}";
}
