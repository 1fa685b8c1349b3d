namespace MountSim.Calibration.Bursts.Calls;

/// <summary>What happens to a mount namespace.</summary>
internal enum NamespaceStage
{
    /// <summary>unshare(CLONE_NEWNS).</summary>
    Copy,

    /// <summary>setns(2).</summary>
    Join,

    /// <summary>Its last holder lets go of it.</summary>
    End,
}
