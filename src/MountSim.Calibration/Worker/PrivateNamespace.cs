using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker;

/// <summary>The namespace that a measuring process was born in.</summary>
internal static class PrivateNamespace
{
    /// <summary>Refuses to mount anything unless the namespace is not its parent's, makes it private, and covers the working directory with a tmpfs.</summary>
    internal static void Cover(string directory, string parentNamespace, string size)
    {
        if (MountNamespace.Own() == parentNamespace)
            throw new CalibrationException("the measuring process is in its parent's mount namespace: refusing to mount anything there");
        Directories.MakePrivate("/");
        Directories.Cover("tmpfs", directory, $"mode=0700,size={size}");
    }
}
