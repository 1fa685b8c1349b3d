using MountSim.Calibration.Tracing;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Tests;

public class CallSitesTests
{
    private const string Kallsyms = """
        ffffffff81000000 T _text
        ffffffff81000100 t m_start
        ffffffff81000200 t do_lock_mount.part.0
        ffffffff81000300 T rwsem_down_write_slowpath
        ffffffff82000040 B namespace_sem
        ffffffff82000080 d mount_lock
        ffffffffc0000000 t something	[module]
        """;

    private static readonly KernelSymbols Symbols = KernelSymbols.Parse(new StringReader(Kallsyms));

    [Theory]
    [InlineData("namespace_sem", "rwsem", true, "rwsem_down_write_slowpath", "down_write", "do_lock_mount", "path_mount")]
    [InlineData("mountpoint_inode", "rwsem", false, "rwsem_down_write_slowpath", "do_lock_mount", "path_mount")]
    [InlineData("namespace_sem", "rwsem", true, "rwsem_down_read_slowpath", "down_read", "m_start", "seq_read_iter")]
    [InlineData(null, "rwsem", false, "rwsem_down_read_slowpath", "down_read", "m_start", "seq_read_iter")]
    [InlineData("pcpu_alloc_mutex", "mutex", true, "__mutex_lock", "mutex_lock_killable", "pcpu_alloc_noprof", "alloc_vfsmnt")]
    [InlineData("rcu_state.exp_mutex", "mutex", true, "__mutex_lock", "exp_funnel_lock", "synchronize_rcu_expedited", "namespace_unlock")]
    [InlineData("mount_lock", "spin", true, "__pv_queued_spin_lock_slowpath", "_raw_spin_lock", "mntput_no_expire", "path_umount")]
    [InlineData("mount_id", "spin", true, "native_queued_spin_lock_slowpath", "_raw_spin_lock_irqsave", "ida_alloc_range", "alloc_vfsmnt", "clone_mnt")]
    [InlineData(null, "spin", true, "native_queued_spin_lock_slowpath", "_raw_spin_lock_irqsave", "ida_alloc_range", "get_anon_bdev")]
    public void A_lock_is_known_by_the_function_that_waits(string? name, string kind, bool global, params string[] stack) =>
        Assert.Equal(name, CallSites.Default.Lock(kind, global, stack));

    [Fact]
    public void Locks_that_kernel_models_have_go_by_their_names_there()
    {
        string[] kernelOnly = ["pcpu_lock", "rcu_state.exp_mutex", "rcu_state.exp_wake_mutex", "rcu_state.barrier_mutex", "cgroup_mutex", "pernet_ops_rwsem", "i_rwsem", "mmap_lock"];
        var modelled = KernelCatalog.Load("linux-6.12").Locks.Select(l => l.Id).ToHashSet();
        Assert.All(CallSites.Default.Locks.Except(kernelOnly), name => Assert.Contains(name, modelled));
    }

    [Fact]
    public void One_waiter_that_is_known_names_a_global_lock_for_all()
    {
        const ulong NamespaceSem = 0xffff_ffff_8200_0040;
        var stacks = new StackStore();
        var known = stacks.Add([0xffff_ffff_8100_0310, 0xffff_ffff_8100_0210]);
        var unknown = stacks.Add([0xffff_ffff_8100_0310]);
        ContentionWait[] waits = [Wait(NamespaceSem, known), Wait(NamespaceSem, unknown), Wait(NamespaceSem, StackStore.None), Wait(0xffff_8880_0000_1000, known)];
        var namer = new ContentionNamer(Symbols, stacks, new Dictionary<ulong, string>(), waits);
        Assert.Equal(["namespace_sem", "namespace_sem", "namespace_sem", "mountpoint_inode"], waits.Select(w => namer.Name(w).Name));
        Assert.Equal("namespace_sem", namer.Globals[NamespaceSem]);
    }

    [Fact]
    public void Symbols_lose_the_compilers_suffixes_and_variables_are_found_by_what_lies_within()
    {
        Assert.Equal("do_lock_mount", Symbols.Function(0xffff_ffff_8100_0250));
        Assert.Equal("mount_lock", Symbols.Variable(0xffff_ffff_8200_0084));
        Assert.True(Symbols.IsGlobal(0xffff_ffff_8200_0084));
        Assert.False(Symbols.IsGlobal(0xffff_8880_0000_1000));
        Assert.False(Symbols.IsGlobal(0xffff_ffff_c000_0000));
    }

    private static ContentionWait Wait(ulong address, int stack) => new(address, ContentionFlags.Write, 1, stack);
}
