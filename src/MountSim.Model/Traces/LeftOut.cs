using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>
/// The one place that says which locks of a trace are deliberately not in the models, and how a trace's names become the models'. Everything
/// else in a trace must be in the script, and the other way round.
/// </summary>
public sealed class LeftOut
{
    /// <summary>What a sleeping lock of an object is called in the comparison; a trace does not tell a superblock from a directory.</summary>
    public const string PerObject = "per-object rwsem";

    private const string TableObjects = "per-object";
    private const string RenameLock = "rename_lock";

    private static readonly HashSet<string> Inner = new(["pcpu_lock", "rcu_state", "unnamed_dev_ida", "proc_inum_ida", "mnt_group_ida"], StringComparer.Ordinal);

    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockDefinition> locks;
    private readonly HashSet<string> traced;

    /// <summary>The rules for one model and the traces of one kernel.</summary>
    /// <param name="model">The model.</param>
    /// <param name="names">Names of global locks in the traces.</param>
    /// <param name="others">Further models, whose symbols are names of the same roles on other kernels.</param>
    public LeftOut(KernelModel model, IReadOnlySet<string> names, IEnumerable<KernelModel> others)
    {
        locks = model.Locks.ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in model.Locks.Concat(others.SelectMany(other => other.Locks)).Where(item => item.Scope != LockScope.Object))
            roles.TryAdd(item.Symbol.Split('.')[0], item.Id);
        traced = new HashSet<string>(names.Where(roles.ContainsKey).Select(name => roles[name]), StringComparer.Ordinal);
    }

    /// <summary>What is left out, and why.</summary>
    public static IReadOnlyList<(string What, string Why)> Rules { get; } =
    [
        ("spinlocks, rwlocks and mutexes of objects (objectN)", "dentries, inodes, wait queues, files, contexts of one container: held briefly and contended by nobody else"),
        ("sleeping reader-writer locks of objects, unless a global lock other than rename_lock is taken inside",
            "directories of one container's own file system; the mountpoint's and the superblock's are kept, as their holder waits for global locks"),
        ("pcpu_lock, mnt_group_ida", "taken only inside a lock that the models have (pcpu_alloc_mutex, namespace_sem), or by RCU callbacks"),
        ("unnamed_dev_ida, proc_inum_ida", "once or twice in the life of a superblock or namespace, for about 200 instructions; global, so a gap, but of the smallest kind"),
        ("rcu_state and what a grace period takes inside", "a grace period is one step of the models"),
        ("call_rcu", "the caller does not wait for it"),
        ("the order of releases: a lock released before one taken inside it counts as held until that one is released", "a hold is a block; the kernel gives the mountpoint's directory back some 30 instructions before namespace_sem"),
        .. GlobalsLeftOut.Rules,
        ("locks of the model that the traces know by no name", "list_lrus_mutex and the rwlocks are objectN in a trace"),
    ];

    /// <summary>Global locks of the model that these traces do not name, and so cannot be held against.</summary>
    public IReadOnlyList<string> NotTraced => [.. locks.Values.Where(item => item.Scope != LockScope.Object && !traced.Contains(item.Id)).Select(item => item.Id)];

    /// <summary>The role of a trace's lock; null where it is left out. A name that no model has is its own role, and so a difference.</summary>
    public string? Role(string name) =>
        name.Length == 0 || name == TableObjects || IsObject(name) || Inner.Contains(name) || GlobalsLeftOut.Contains(name) ? null : roles.GetValueOrDefault(name, name);

    /// <summary>True for the N-th object of an operation.</summary>
    public static bool IsObject(string name) => name.StartsWith("object", StringComparison.Ordinal) && name.Length > 6 && name.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True for a role whose use inside keeps an object's lock in the comparison.</summary>
    public static bool KeepsOuter(string role) => role != RenameLock;

    /// <summary>True for a global lock of the model that is compared.</summary>
    public bool Compares(string id) => traced.Contains(id);

    /// <summary>True for an object's sleeping reader-writer lock of the model.</summary>
    public bool IsObjectRwSem(string id) => locks[id] is { Scope: LockScope.Object, Kind: LockKind.RwSem };
}
