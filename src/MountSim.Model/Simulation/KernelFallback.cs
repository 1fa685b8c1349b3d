using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Simulation;

/// <summary>
/// What a container does on a kernel that lacks some of its runtime's system calls: mount(2) where a mount made by descriptor is attached, nothing
/// where it never is, unshare and pivot_root for a namespace of one tree.
/// </summary>
internal sealed class KernelFallback
{
    private static readonly Dictionary<string, string> Mounts = new(StringComparer.Ordinal)
    {
        ["fsconfig.create.overlay"] = "mount.overlay",
        ["fsconfig.create.tmpfs"] = "mount.tmpfs",
        ["fsconfig.create.proc"] = "mount.proc",
        ["open_tree.clone"] = "mount.bind",
    };

    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["fsopen"] = [],
        ["fsconfig.set"] = [],
        ["fsmount"] = [],
        ["close.fscontext"] = [],
        ["close.attached"] = [],
        ["fsconfig.lowerdir_fd"] = ["fsconfig.set"],
        ["mount_setattr.ro"] = ["remount.bind"],
        ["mount_setattr.propagation"] = ["propagation.private"],
        ["namespace.copy_empty"] = ["namespace.copy"],
        ["listmount"] = ["mountinfo.read"],
        ["statmount"] = ["mountinfo.read"],
    };

    private static readonly Expression Inherited = Expression.Parse("inherited", "fallback", _ => RuntimeSlots.Inherited, []);

    private readonly KernelModel _kernel;
    private readonly bool _withoutFd;
    private readonly SortedSet<string> _replaced = new(StringComparer.Ordinal);
    private PlanStep? _detached;

    /// <param name="kernel">The kernel.</param>
    /// <param name="withoutFd">The runtime is to do without the fd API although the kernel has it.</param>
    public KernelFallback(KernelModel kernel, bool withoutFd = false) => (_kernel, _withoutFd) = (kernel, withoutFd);

    /// <summary>A sentence on what was replaced; null when nothing was.</summary>
    public string? Note => _replaced.Count == 0
        ? null
        : _withoutFd ? "The runtime mounts by mount(2) where it would by the fd API, and leaves out mounts it would not attach."
        : $"{_kernel.Name} lacks {string.Join(", ", _replaced)}: the runtime does with mount(2), pivot_root and mountinfo instead, and leaves out mounts it would not attach.";

    /// <summary>A container's steps as this kernel can do them.</summary>
    /// <exception cref="ModelException">There is no other way to do one.</exception>
    public PlanStep[] Adapt(IEnumerable<PlanStep> steps) => [.. steps.SelectMany(step => step.Operation is { } name && Lacks(name) ? Replace(step, name) : [step])];

    private string WhyNot(string name) => _kernel.Lacks.Contains(name) ? $"{_kernel.WhyNot(name)}; allowed: a newer kernel" : "mount(2) cannot do it; allowed: --api runtime";

    private bool Lacks(string name) => _kernel.Lacks.Contains(name) || (_withoutFd && (OperationNames.IsFd(name) || name.StartsWith("fsconfig.", StringComparison.Ordinal) || name.StartsWith("close.", StringComparison.Ordinal)));

    private IEnumerable<PlanStep> Replace(PlanStep step, string name)
    {
        _replaced.Add(name);
        if (Mounts.TryGetValue(name, out var mount))
        {
            _detached = step with { Operation = mount };
            return [];
        }

        var inside = step with { InHost = false };
        var made = _detached;
        switch (name)
        {
            case "move_mount":
                _detached = null;
                return [made is null ? step with { Operation = "mount.bind" } : step with { Operation = made.Operation, Layers = made.Layers, Children = made.Children }];
            case "close.detached":
                _detached = null;
                return [];
            case "open_tree.namespace":
                return
                [
                    step with { Operation = "namespace.copy" },
                    inside with { Operation = "pivot_root" },
                    inside with { Operation = "umount.detach.oldroot", Tree = Inherited },
                ];
            default:
                return Others.TryGetValue(name, out var others)
                    ? others.Where(other => !Lacks(other)).Select(other => step with { Operation = other })
                    : throw new ModelException("runtime", $"calls '{name}' and cannot do without, but {WhyNot(name)}");
        }
    }
}
