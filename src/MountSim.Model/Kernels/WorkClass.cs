namespace MountSim.Model.Kernels;

/// <summary>
/// Classes of kernel work whose nanoseconds an instruction are measured apart: they differ in how much memory an instruction touches.
/// </summary>
public enum WorkClass
{
    /// <summary>Path lookups and system call entry: hot, pointer chasing through the dentry cache.</summary>
    Walk,

    /// <summary>Parsing options, allocating and filling a superblock.</summary>
    Setup,

    /// <summary>Allocating and copying mounts: bind, copy_tree, propagation copies.</summary>
    Clone,

    /// <summary>Attaching a mount: hash, tree and mountpoint bookkeeping, and what is left of an operation.</summary>
    Attach,

    /// <summary>Unmounting: umount_tree, mntput, cleanup_mnt, the end of a superblock.</summary>
    Teardown,

    /// <summary>Formatting mountinfo lines.</summary>
    Mountinfo,
}
