namespace MountSim.Model.Traces;

/// <summary>Global locks that a trace with all names shows and that the models deliberately lack: each with its reason.</summary>
internal static class GlobalsLeftOut
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["file_systems_lock"] = "read once to find a file system by its name; written only when one is registered",
        ["ucounts_lock"] = "for a few instructions when a namespace, an anonymous one included, begins or ends; global, so a gap, but of the smallest kind",
        ["inode_hash_lock"] = "once a new inode that is hashed by number, for about 30 instructions; global, so a gap, but of the smallest kind",
        ["percpu_counters_lock"] = "once in the life of a file system's counters, for about 10 instructions; global, so a gap, but of the smallest kind",
        ["noop_backing_dev_info"] = "the list of dirty inodes of all file systems without a device; a few instructions an inode",
        ["init_fs"] = "the root directory of kernel threads: as the lock of any other process's, but it lies in the kernel's image",
        ["kobj_ns_type_lock"] = "once a sysfs mount, for about 10 instructions",
    };

    /// <summary>Each with its reason.</summary>
    public static IEnumerable<(string What, string Why)> Rules => Reasons.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.Value));

    /// <summary>True for one of them.</summary>
    public static bool Contains(string name) => Reasons.ContainsKey(name);
}
