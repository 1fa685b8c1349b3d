using System.Globalization;

namespace MountSim.Calibration.Worker;

/// <summary>Mount namespaces as /proc names them: <c>mnt:[4026531841]</c>.</summary>
internal static class MountNamespace
{
    /// <summary>The calling thread's.</summary>
    internal static string Own() => Link("/proc/thread-self/ns/mnt");

    /// <summary>A process's.</summary>
    internal static string Of(int process) => Link(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/ns/mnt"));

    private static string Link(string path) => new FileInfo(path).LinkTarget ?? "";
}
