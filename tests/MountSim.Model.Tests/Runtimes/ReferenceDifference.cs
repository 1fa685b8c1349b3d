namespace MountSim.Model.Tests.Runtimes;

/// <summary>
/// Where the models do not count as the reference's table does, and why. The table counts the entries of its own list of steps, and that list is not of
/// one mind: an fsopen with its fsconfigs is one entry in most places, an fsmount is one of its own or is part of the fsopen's, and calls that concern no
/// mount are entries too. The models spell every call out and count an fsopen with its fsconfigs as one, and every fsmount as one.
/// </summary>
public sealed record ReferenceDifference(string Runtime, string? Case, Calls Calls, string Reason)
{
    public static readonly IReadOnlyList<ReferenceDifference> All =
    [
        new("runc-1.5", null, new() { Host = -3, Fd = -3 }, "the three fsconfigs of the sealed executable are an entry beside their fsopen"),
        new("runc-1.5", null, new() { Container = 1, Fd = 1 }, "the fsmount of the procfs for sysctls is part of its fsopen's entry"),
        new("runc-1.5", "k8s app, userns", new() { Host = -1 }, "unshare(CLONE_NEWUSER) takes no mount lock"),
        new("runc-1.1", null, new() { Container = -1 }, "unshare(CLONE_NEWCGROUP) takes no mount lock"),
        new("crun-1.29-otn", null, new() { Host = -1 }, "unshare(CLONE_NEWCGROUP) takes no mount lock"),
        new("crun-1.29-otn", null, new() { Host = 1, Container = 1, Fd = 2 }, "the fsmounts of both procfs handles are part of their fsopens' entries"),
        new("crun-1.29-otn", null, new() { Host = 1, Fd = 1, DetachedCloses = 1 }, "the parent's procfs handle is closed when it ends, which the list leaves out"),
        new("crun-1.29", null, new() { Host = 7, Container = 1, Fd = 8 }, "the fsmounts of six pseudo file systems and both procfs handles are part of their fsopens' entries"),
        new("crun-1.29", null, new() { Host = 1, Container = 2, Fd = 3, DetachedCloses = 3 }, "both procfs handles and the last clone of the mask are closed, of which the list has none here and two in crun-1.29-otn"),
        new("crun-1.8", null, new() { Legacy = -2 }, "two umount2 are in an entry that counts as mount(2)"),
        new("podman-crun", null, new() { Host = -2 }, "openat2 is a path walk and no call that concerns mounts"),
        new("podman-crun-userns", null, new() { Host = -2 }, "openat2 is a path walk and no call that concerns mounts"),
        new("podman-runc", null, new() { Host = -2 }, "openat2 is a path walk and no call that concerns mounts"),
        new("docker-overlay2", null, new() { Legacy = -2 }, "two umount2 are in an entry that counts as mount(2)"),
        new("kata-virtiofs", null, new() { Container = 1 }, "virtiofsd's pivot_root is followed by the detach of the old root"),
        new("kata-block", null, new() { Container = 1 }, "virtiofsd's pivot_root is followed by the detach of the old root"),
    ];

    /// <summary>All differences of a row together.</summary>
    public static Calls Of(ReferenceRow row) =>
        All.Where(one => one.Runtime == row.Runtime && (one.Case is null || one.Case == row.Case)).Aggregate(new Calls(), (sum, one) => sum + one.Calls);
}
