namespace MountSim.Model.Kernels;

/// <summary>What laws may depend on. Names in files are these, in lower case with underscores, or the short name in brackets.</summary>
public enum Variable
{
    /// <summary>Possible CPUs (C).</summary>
    Cpus,

    /// <summary>Mounts in the caller's namespace now (N).</summary>
    Mounts,

    /// <summary>Mounts in the subtree operated on (T).</summary>
    Tree,

    /// <summary>Peers and slaves in other namespaces that receive this change (P).</summary>
    Receivers,

    /// <summary>Tasks asleep in poll() on a mount table that changes (R).</summary>
    Pollers,

    /// <summary>Overlay lower layers (L).</summary>
    Layers,

    /// <summary>Processes and threads on the machine.</summary>
    Tasks,

    /// <summary>Components of the paths walked.</summary>
    Components,

    /// <summary>Mounts below the source of a bind, which has_locked_children() walks.</summary>
    Children,

    /// <summary>1 where the change is made on a shared mount, with receivers or without, else 0.</summary>
    Shared,

    /// <summary>Mounts that this change's propagation visits and that receive nothing: clones elsewhere in the tree of the mount it lands on, and their slaves.</summary>
    Bystanders,

    /// <summary>Bytes of a line of mountinfo, where they are more than in the lab.</summary>
    LineBytes,

    /// <summary>Reads beyond one that a page of mountinfo takes: 3 by stdio, whose buffer is the file's block size of 1,024 bytes.</summary>
    ShortReads,
}
