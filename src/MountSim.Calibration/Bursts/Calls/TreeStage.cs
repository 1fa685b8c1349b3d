namespace MountSim.Calibration.Bursts.Calls;

/// <summary>The calls about a mount that is held by a descriptor.</summary>
internal enum TreeStage
{
    /// <summary>open_tree(OPEN_TREE_CLONE).</summary>
    Clone,

    /// <summary>move_mount.</summary>
    Attach,

    /// <summary>mount_setattr(MOUNT_ATTR_RDONLY).</summary>
    ReadOnly,

    /// <summary>mount_setattr(MS_PRIVATE).</summary>
    Private,

    /// <summary>close of the descriptor of an attached mount.</summary>
    CloseAttached,

    /// <summary>close of the descriptor of a mount that was never attached, which drops it.</summary>
    CloseDetached,
}
