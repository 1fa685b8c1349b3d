namespace MountSim.Model.Kernels;

/// <summary>One kernel version: its locks and its operations, after inheritance has been resolved.</summary>
/// <param name="Name">The model's name: <c>linux-6.12</c>, <c>article-mount2</c>.</param>
/// <param name="Title">A line for a reader.</param>
/// <param name="Extends">The kernel it was derived from, or null.</param>
/// <param name="WhatIf">True for a kernel that does not exist (the article's account, a proposal).</param>
/// <param name="Walk">What a path walk costs.</param>
/// <param name="Locks">All locks, in the file's order.</param>
/// <param name="Operations">All operations by name.</param>
public sealed record KernelModel(
    string Name,
    string Title,
    string? Extends,
    bool WhatIf,
    WalkLaw Walk,
    IReadOnlyList<LockDefinition> Locks,
    IReadOnlyDictionary<string, Operation> Operations)
{
    /// <summary>Operations that this kernel is declared not to have: system calls that came later.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}
