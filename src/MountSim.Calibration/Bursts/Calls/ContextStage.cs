namespace MountSim.Calibration.Bursts.Calls;

/// <summary>The calls about a file system context.</summary>
internal enum ContextStage
{
    /// <summary>fsopen.</summary>
    Open,

    /// <summary>fsconfig of one string.</summary>
    Set,

    /// <summary>fsconfig FSCONFIG_CMD_CREATE.</summary>
    Create,

    /// <summary>fsmount.</summary>
    Mount,

    /// <summary>close.</summary>
    Close,
}
