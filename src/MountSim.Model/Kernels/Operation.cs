namespace MountSim.Model.Kernels;

/// <summary>One system call's kernel side (or a part that several share) as an ordered script.</summary>
/// <param name="Name">Its name, dotted: <c>mount.overlay</c>, <c>umount.detach</c>, <c>part.clone_mnt</c>.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Source">Kernel function and version, trace rows, table.</param>
/// <param name="Steps">The script.</param>
public sealed record Operation(string Name, string Summary, string Source, IReadOnlyList<Step> Steps);
