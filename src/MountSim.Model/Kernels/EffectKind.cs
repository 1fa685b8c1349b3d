namespace MountSim.Model.Kernels;

/// <summary>Changes of the simulated mount tables that an operation makes.</summary>
public enum EffectKind
{
    /// <summary>Adds mounts to the caller's namespace and to every receiver of its propagation.</summary>
    Attach,

    /// <summary>Removes mounts from the caller's namespace and from every receiver.</summary>
    Detach,

    /// <summary>Gives the caller a copy of its namespace; the copy joins the host's peer group and receives its propagation.</summary>
    CopyNamespace,

    /// <summary>The caller's namespace becomes a slave: still a receiver, no longer a peer.</summary>
    MakeSlave,

    /// <summary>The caller's namespace stops to receive.</summary>
    MakePrivate,

    /// <summary>The inherited mounts leave the caller's namespace, and it stops to receive.</summary>
    DropInherited,

    /// <summary>The caller's namespace ends.</summary>
    ExitNamespace,

    /// <summary>The caller gets a namespace of its own with so many mounts, that receives nothing.</summary>
    NewNamespace,

    /// <summary>
    /// A superblock has lost its last mount, and is freed later. The count is what there is to free, in fourths of a tmpfs's: a proc has 6, an overlay 12 and one for each
    /// layer, whose private mount goes, too (measured on 6.18, results/frees.csv).
    /// </summary>
    FreeSuperblock,
}
