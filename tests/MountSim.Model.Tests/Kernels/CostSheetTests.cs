using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

/// <summary>
/// The cost sheet of the kernels' sources (kernel-locks reference 3.13): how often each operation takes the global locks, a private destination, one
/// mount, no error. W counts the sections that leave mount_lock's sequence changed.
/// </summary>
public class CostSheetTests
{
    private const int Layers = 3;
    private const int Mounts = 7;

    /// <summary>Kernels of the sheet's three columns for W; the sheet gives the rest for all, with exceptions by version.</summary>
    private static readonly (string Kernel, int Column, double Version)[] Kernels =
    [
        ("linux-4.14", 0, 4.14), ("linux-4.19", 0, 4.19), ("linux-5.4", 0, 5.04), ("linux-5.10", 0, 5.10), ("linux-5.15", 0, 5.15), ("linux-6.1", 0, 6.01),
        ("linux-6.6", 0, 6.06), ("linux-6.8", 0, 6.08), ("linux-6.12", 0, 6.12), ("linux-6.14", 0, 6.14), ("linux-6.17", 1, 6.17), ("linux-6.18", 2, 6.18),
        ("linux-7.0", 2, 7.00), ("linux-7.1", 2, 7.01),
    ];

    /// <summary>Operation; NSw; NSr; W up to 6.14, on 6.17, from 6.18; PCM; RN; GP.</summary>
    private static readonly (string Operation, int NsWrite, int NsRead, int[] Odd, int Pcm, int Rename, int Grace)[] Sheet =
    [
        ("mount.tmpfs", 1, 0, [2, 2, 1], 5, 2, 0),
        ("mount.overlay", 1, Layers + 1, [Layers + 3, Layers + 3, 1], 3 + Layers + 2, 3, 0),   // RN: 2, and the rename in the work directory
        ("mount.bind", 1, 0, [2, 2, 1], 1, 2, 0),
        ("remount.bind", 0, 0, [1, 1, 1], 0, 0, 0),
        ("propagation.private", 1, 0, [1, 0, 0], 0, 0, 0),
        ("fsconfig.create.tmpfs", 0, 0, [0, 0, 0], 4, 0, 0),
        ("fsmount", 0, 0, [1, 1, 0], 1, 0, 0),
        ("move_mount", 1, 0, [2, 2, 1], 0, 2, 0),
        ("close.attached", 1, 0, [1, 0, 0], 0, 0, 0),
        ("open_tree.clone", 1, 0, [2, 2, 0], 1, 0, 0),
        ("mount_setattr.idmap", 0, 0, [1, 1, 1], 0, 0, 0),
        ("umount.plain", 1, 0, [3, 3, 3], 0, 0, 1),
        ("umount.detach", 1, 0, [3, 3, 3], 0, 0, 1),
        ("namespace.copy", 1, 0, [(2 * Mounts) - 1, (2 * Mounts) - 1, Mounts - 1], Mounts, 0, 0),
        ("namespace.exit", 1, 0, [Mounts + 1, Mounts + 1, Mounts + 1], 0, 0, 1),
        ("pivot_root", 1, 0, [1, 1, 1], 0, 1, 0),
        ("mountinfo.read", 0, 2, [0, 0, 0], 0, 0, 0),   // one page, and the read that finds the end
    ];

    public static TheoryData<string, string> Cells => [.. from kernel in Kernels from row in Sheet select (kernel.Kernel, row.Operation)];

    /// <summary>
    /// Propagation visits the clones of a mount's parent in vain: propagate_mnt, propagate_mount_busy, propagate_mount_unlock and propagate_umount (fs/pnode.c), of which
    /// those of a umount run while path walks spin.
    /// </summary>
    [Theory]
    [InlineData("umount.detach", 2)]
    [InlineData("umount.detach.overlay", 2)]
    [InlineData("umount.plain", 3)]
    public void A_umount_looks_twice_at_every_clone_of_its_parent_and_once_more_where_it_may_be_refused(string operation, int looks)
    {
        Assert.All(Kernels, kernel =>
        {
            var model = KernelCatalog.Load(kernel.Kernel);
            double Odd(int bystanders) => ScriptCost.Evaluate(model, operation, Values(bystanders)).Use("mount_lock", LockMode.Write).HeldInstructions;
            Assert.Equal(looks * 55 * 1000, Odd(1000) - Odd(0));
        });
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Locks_are_taken_as_often_as_the_source_does(string kernel, string operation)
    {
        var model = KernelCatalog.Load(kernel);
        if (model.Lacks.Contains(operation))
        {
            Assert.True(IsLacked(kernel, operation));
            return;
        }

        var cost = ScriptCost.Evaluate(model, operation, Values());
        var mode = Version(kernel) >= 6.17 ? LockMode.Exclusive : LockMode.Write;
        Assert.Equal(
            Expected(kernel, operation),
            (Uses(cost, "namespace_sem", LockMode.Write), Uses(cost, "namespace_sem", LockMode.Read), Uses(cost, "mount_lock", LockMode.Write),
                Uses(cost, "pcpu_alloc_mutex", LockMode.Write), Renames(operation, cost, mode), (int)cost.GracePeriods));
    }

    /// <summary>The fd API is from 5.2, mount_setattr from 5.12.</summary>
    private static bool IsLacked(string kernel, string operation) =>
        Version(kernel) < (operation.StartsWith("mount_setattr", StringComparison.Ordinal) ? 5.12 : 5.02) && !operation.StartsWith("mount.", StringComparison.Ordinal);

    private static (int NsWrite, int NsRead, int Odd, int Pcm, int Rename, int Grace) Expected(string kernel, string operation)
    {
        var row = Sheet.Single(item => item.Operation == operation);
        var odd = row.Odd[Kernels.Single(item => item.Kernel == kernel).Column];
        var reads = row.NsRead;
        if (operation == "mount.overlay" && Version(kernel) < 5.10)
            reads = 0;   // the sheet says from 5.15; 5.10.223 has it backported, as its traces show
        if (operation == "remount.bind" && Version(kernel) < 5.15)
            odd = 2;     // the flag and the rest apart
        var writes = operation == "close.attached" && Version(kernel) >= 6.17 ? 0 : row.NsWrite;
        return (writes, reads, odd, row.Pcm, row.Rename, row.Grace);
    }

    // The rename in overlay's work directory is a true one: it takes rename_lock for write on every kernel.
    private static int Renames(string operation, ScriptCost cost, LockMode mode) =>
        Uses(cost, "rename_lock", mode) + (operation == "mount.overlay" && mode != LockMode.Write ? Uses(cost, "rename_lock", LockMode.Write) : 0);

    private static int Uses(ScriptCost cost, string id, LockMode mode) => (int)cost.Use(id, mode).Acquisitions;

    private static double Version(string kernel) => Kernels.Single(item => item.Kernel == kernel).Version;

    private static double[] Values(int bystanders = 0)
    {
        var values = new double[VariableNames.Count];
        values[(int)Variable.Bystanders] = bystanders;
        values[(int)Variable.Cpus] = 8;
        values[(int)Variable.Layers] = Layers;
        values[(int)Variable.Mounts] = Mounts;
        values[(int)Variable.Tree] = 1;
        values[(int)Variable.Tasks] = 100;
        values[(int)Variable.Components] = 4;
        return values;
    }
}
