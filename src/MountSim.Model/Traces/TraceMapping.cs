using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>Which operations of a model a traced run is, and with which values: the set-up that the traces' own description states.</summary>
public static class TraceMapping
{
    /// <summary>Components of the lab's paths; inferred from umount's instructions before its lock.</summary>
    private const double PathComponents = 2;

    /// <summary>Mounts of the namespace that every copy sees: nine of its own and the working directory.</summary>
    private const double OwnMounts = 10;

    private const string MountLock = "mount_lock";

    /// <summary>Mounts of a container's old tree without extra ones: the odd phases of umount_detach_oldroot are T + 2.</summary>
    private const double OldTree = 4;

    /// <summary>
    /// What an awake poller costs of a sleeping one: 115 instructions of 2,400, or of 683 where an idle CPU takes it. The bind before each umount_bind had woken the pollers, and up to
    /// four a CPU had not slept again; at eight and more a CPU they had, on 5.10 and 6.1 not even then. That is the lab's state, read off its rows, and no law.
    /// </summary>
    private static double AwakePoller(int cpus) => 115.0 / (cpus > 1 ? 683 : 2400);

    private static readonly Dictionary<string, string[]> ByName = new(StringComparer.Ordinal)
    {
        ["mount_bind"] = ["mount.bind"],
        ["mount_bind2"] = ["mount.bind"],
        ["mount_bind_shared"] = ["mount.bind"],
        ["mount_rbind"] = ["mount.rbind"],
        ["mount_tmpfs"] = ["mount.tmpfs"],
        ["mount_proc"] = ["mount.proc"],
        ["mount_sysfs"] = ["mount.sysfs"],
        ["mount_devpts"] = ["mount.devpts"],
        ["mount_mqueue"] = ["mount.mqueue"],
        ["mount_cgroup2"] = ["mount.cgroup2"],
        ["mount_overlay"] = ["mount.overlay"],
        ["mount_remount_bind_ro"] = ["remount.bind"],
        ["mount_remount_sb"] = ["remount.sb"],
        ["mount_make_private"] = ["propagation.private"],
        ["mount_make_slave"] = ["propagation.slave"],
        ["make_rslave"] = ["propagation.slave"],
        ["umount_bind"] = ["umount.plain"],
        ["umount_shared"] = ["umount.plain"],
        ["umount_detach_bind"] = ["umount.detach"],
        ["umount_detach_shared"] = ["umount.detach"],
        ["umount_detach_tree"] = ["umount.detach"],
        ["umount_detach_tmpfs"] = ["umount.detach.tmpfs"],
        ["umount_detach_proc"] = ["umount.detach.proc"],
        ["umount_detach_overlay"] = ["umount.detach.overlay"],
        ["umount_detach_overlay2"] = ["umount.detach.overlay"],
        ["umount_detach_oldroot"] = ["umount.detach.oldroot"],
        ["fsopen_overlay"] = ["fsopen"],
        ["fsopen_tmpfs"] = ["fsopen"],
        ["fsconfig_lower"] = ["fsconfig.set"],
        ["fsconfig_create_overlay"] = ["fsconfig.create.overlay"],
        ["fsconfig_create_tmpfs"] = ["fsconfig.create.tmpfs"],
        ["fsmount_overlay"] = ["fsmount"],
        ["fsmount_tmpfs"] = ["fsmount"],
        ["move_mount_overlay"] = ["move_mount"],
        ["move_mount_bind"] = ["move_mount"],
        ["move_mount_tmpfs"] = ["move_mount"],
        ["close_fsmount"] = ["close.attached"],
        ["close_open_tree"] = ["close.attached"],
        ["close_open_tree_unattached"] = ["close.detached"],
        ["close_fsopen"] = ["close.fscontext"],
        ["open_tree_clone"] = ["open_tree.clone"],
        ["open_tree_clone2"] = ["open_tree.clone"],
        ["mount_setattr_ro"] = ["mount_setattr.ro"],
        ["mount_setattr_idmap"] = ["mount_setattr.idmap"],
        ["copy_mnt_ns"] = ["namespace.copy"],
        ["unshare_newns"] = ["namespace.copy", "namespace.exit"],
        ["setns_and_put_mnt_ns"] = ["setns", "namespace.exit"],
        ["pivot_root"] = ["pivot_root"],
        ["read_mountinfo"] = ["mountinfo.lines"],
        ["read_mountinfo@extra_mounts"] = ["mountinfo.read"],
        ["path_lookup"] = ["path.lookup"],
    };

    /// <summary>
    /// What an operation may also have been: whether the process that unshared had its own root and directory on the old namespace, the description does
    /// not say, and it differs between kernels.
    /// </summary>
    private static readonly Dictionary<string, string[]> Otherwise = new(StringComparer.Ordinal) { ["unshare_newns"] = ["namespace.replace"] };

    /// <summary>What the traces hold to check themselves.</summary>
    private static readonly string[] OwnChecks = ["empty", "getppid", "stat_path"];

    /// <summary>The operations of a series, as operation or operation@parameter; empty for the traces' own checks and for names not known here.</summary>
    public static IReadOnlyList<string> Operations(string series) => ByName.GetValueOrDefault(series) ?? ByName.GetValueOrDefault(series.Split('@')[0], []);

    /// <summary>The operations of a run; where it may have been one of two, that which takes mount_lock as often as the run did.</summary>
    public static IReadOnlyList<string> Operations(KernelModel model, TracedRun run)
    {
        var first = Operations(run.Series);
        if (!Otherwise.TryGetValue(run.Operation, out var other) || !other.All(model.Operations.ContainsKey))
            return first;
        return Difference(other) < Difference(first) ? other : first;

        double Difference(IReadOnlyList<string> operations) => Math.Abs(
            operations.Sum(name => Enum.GetValues<LockMode>().Sum(mode => ScriptCost.Evaluate(model, name, Values(run)).Use(MountLock, mode).Acquisitions))
            - run.Uses.Where(use => use.Key.Lock == MountLock).Sum(use => use.Value.Acquisitions));
    }

    /// <summary>The traces' names of operations that models have.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Where(name => !name.Contains('@', StringComparison.Ordinal));

    /// <summary>True for a run that is no operation but a check of the tracing itself.</summary>
    public static bool IsOwnCheck(string operation) => OwnChecks.Contains(operation);

    /// <summary>True where the traced call failed: mount_setattr with an idmap of a tmpfs, which 6.1 does not know yet.</summary>
    public static bool Failed(string release, string operation) => operation == "mount_setattr_idmap" && KernelVersion.Of(release).CompareTo((6, 3)) < 0;

    /// <summary>True when a run is operations that a kernel has, and the call did not fail.</summary>
    public static bool IsOperationOf(KernelModel model, TracedRun run) =>
        Operations(run.Series) is { Count: > 0 } names && names.All(model.Operations.ContainsKey) && !Failed(run.Release, run.Operation);

    /// <summary>The values of the laws' variables in a run.</summary>
    public static double[] Values(TracedRun run)
    {
        var values = new double[VariableNames.Count];
        var version = KernelVersion.Of(run.Release);
        var extra = run.Parameter == "extra_mounts" ? run.Value : 0;
        Set(Variable.Cpus, run.Cpus);
        Set(Variable.Mounts, run.Operation == "read_mountinfo" ? OwnMounts - 1 + extra : OwnMounts + extra);
        Set(Variable.Tree, run.Operation switch
        {
            "mount_rbind" or "umount_detach_tree" => 1 + extra,
            "make_rslave" or "umount_detach_oldroot" => OldTree + extra,
            _ => 1,
        });
        Set(Variable.Receivers, run.Parameter is "peers" or "slaves" ? run.Value : 0);
        Set(Variable.Pollers, run.Parameter == "pollers" ? run.Value * (run.Operation == "umount_bind" && (run.Value < 8 * run.Cpus || version.CompareTo((6, 1)) <= 0) ? AwakePoller(run.Cpus) : 1) : 0);
        Set(Variable.Layers, run.Parameter == "layers" ? run.Value : 2);
        // pivot_root on one CPU takes two task locks for each of 53 tasks; a CPU brings seven kernel threads. 5.10 has twelve fewer.
        Set(Variable.Tasks, (version == (5, 10) ? 34 : 46) + (7 * run.Cpus) + (run.Parameter == "extra_tasks" ? run.Value : 0));
        Set(Variable.Components, run.Parameter == "components" ? run.Value : PathComponents);
        Set(Variable.Children, run.Operation == "mount_bind" ? extra : 0);
        Set(Variable.Shared, run.Parameter is "peers" or "slaves" or "clones" ? 1 : 0);
        Set(Variable.Bystanders, run.Parameter == "clones" ? run.Value : 0);
        return values;

        void Set(Variable variable, double value) => values[(int)variable] = value;
    }
}
