namespace MountSim.Calibration.Bursts.Calls;

/// <summary>What happens to a root file system.</summary>
internal enum RootStage
{
    /// <summary>mount(MS_BIND | MS_REC) of it on itself: pivot_root wants a mount.</summary>
    BindOnItself,

    /// <summary>pivot_root(2).</summary>
    Pivot,

    /// <summary>umount2(MNT_DETACH) of the old root.</summary>
    DetachOld,
}
