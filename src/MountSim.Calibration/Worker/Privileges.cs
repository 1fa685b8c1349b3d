namespace MountSim.Calibration.Worker;

/// <summary>What the measuring process may do, as profiles name it.</summary>
internal static class Privileges
{
    /// <summary>Everything.</summary>
    internal const string Root = "root";

    /// <summary>Mounts in a user namespace: proc is refused there.</summary>
    internal const string UserNamespace = "user_namespace";

    /// <summary>No mounts: cache lines, system calls, path walks and the own mountinfo.</summary>
    internal const string None = "none";
}
