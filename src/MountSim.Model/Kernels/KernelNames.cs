namespace MountSim.Model.Kernels;

/// <summary>How model files write the enumerations of kernels.</summary>
internal static class KernelNames
{
    public static readonly IReadOnlyDictionary<string, LockKind> Kinds = new Dictionary<string, LockKind>(StringComparer.Ordinal)
    {
        ["qspinlock"] = LockKind.QSpinLock,
        ["ticket"] = LockKind.TicketLock,
        ["mutex"] = LockKind.Mutex,
        ["rwsem"] = LockKind.RwSem,
        ["seqlock"] = LockKind.SeqLock,
        ["atomic"] = LockKind.AtomicCounter,
    };

    public static readonly IReadOnlyDictionary<string, LockScope> Scopes = new Dictionary<string, LockScope>(StringComparer.Ordinal)
    {
        ["global"] = LockScope.Global,
        ["namespace"] = LockScope.Namespace,
        ["object"] = LockScope.Object,
    };

    public static readonly IReadOnlyDictionary<string, RwSemGeneration> Generations =
        new Dictionary<string, RwSemGeneration>(StringComparer.Ordinal)
        {
            ["xadd"] = RwSemGeneration.Xadd,
            ["reader-spin"] = RwSemGeneration.ReaderSpin,
            ["reader-steal"] = RwSemGeneration.ReaderSteal,
        };

    public static readonly IReadOnlyDictionary<string, LockMode> Modes = new Dictionary<string, LockMode>(StringComparer.Ordinal)
    {
        ["write"] = LockMode.Write,
        ["read"] = LockMode.Read,
        ["exclusive"] = LockMode.Exclusive,
    };

    public static readonly IReadOnlyDictionary<string, WorkClass> Classes = new Dictionary<string, WorkClass>(StringComparer.Ordinal)
    {
        ["walk"] = WorkClass.Walk,
        ["setup"] = WorkClass.Setup,
        ["clone"] = WorkClass.Clone,
        ["attach"] = WorkClass.Attach,
        ["teardown"] = WorkClass.Teardown,
        ["mountinfo"] = WorkClass.Mountinfo,
    };

    public static readonly IReadOnlyDictionary<string, CpuLineSharing> Sharings =
        new Dictionary<string, CpuLineSharing>(StringComparer.Ordinal)
        {
            ["own"] = CpuLineSharing.Own,
            ["shared"] = CpuLineSharing.Shared,
        };

    public static readonly IReadOnlyDictionary<string, bool> GracePeriods = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["expedited"] = true,
        ["normal"] = false,
    };

    public static readonly IReadOnlyDictionary<string, EffectKind> Effects = new Dictionary<string, EffectKind>(StringComparer.Ordinal)
    {
        ["attach"] = EffectKind.Attach,
        ["detach"] = EffectKind.Detach,
        ["copy_namespace"] = EffectKind.CopyNamespace,
        ["make_slave"] = EffectKind.MakeSlave,
        ["make_private"] = EffectKind.MakePrivate,
        ["drop_inherited"] = EffectKind.DropInherited,
        ["exit_namespace"] = EffectKind.ExitNamespace,
        ["new_namespace"] = EffectKind.NewNamespace,
        ["free_superblock"] = EffectKind.FreeSuperblock,
    };
}
