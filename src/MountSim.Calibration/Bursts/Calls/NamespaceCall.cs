using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>A mount namespace made, joined or left.</summary>
internal sealed class NamespaceCall : BurstCall
{
    private static readonly NativeText Subject = new("mount namespace");

    internal required NamespaceStage Stage { get; init; }

    /// <summary>The namespace that is made or ends, counted from the container's oldest.</summary>
    internal required int Index { get; init; }

    internal override void Do(Container container)
    {
        switch (Stage)
        {
            case NamespaceStage.Copy:
                Check(Libc.Unshare(MountFlags.NewNamespace), Subject);
                container.Entered(Index);
                break;
            case NamespaceStage.Join:
                container.Rejoin(Index);
                break;
            default:
                container.End(Index);
                break;
        }
    }
}
