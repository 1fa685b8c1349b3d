using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>The directories of an overlay: the mount's target, upper and work directory, lowers; relative to the room.</summary>
internal static class OverlayDirectories
{
    /// <summary>
    /// Target first, then upper, work, and the lowers from the top. All overlays share the lowers, whose names are short: fsconfig takes
    /// strings of 255 bytes at most.
    /// </summary>
    internal static IReadOnlyList<string> Names(string target, int layers)
    {
        var prefix = target + layers.ToString(CultureInfo.InvariantCulture);
        var names = new List<string> { prefix, prefix + "-u", prefix + "-w" };
        for (var i = 0; i < layers; i++)
            names.Add("l" + i.ToString(CultureInfo.InvariantCulture));
        return names;
    }

    /// <summary>The lowers as the kernel wants them.</summary>
    internal static string Lowers(IReadOnlyList<string> names) => string.Join(':', names.Skip(3));

    /// <summary>Options for mount(2); a user namespace may not write trusted attributes.</summary>
    internal static string Options(IReadOnlyList<string> names, bool userNamespace) =>
        $"lowerdir={Lowers(names)},upperdir={names[1]},workdir={names[2]}" + (userNamespace ? ",userxattr" : "");

    /// <summary>Makes those that do not exist.</summary>
    internal static void Make(IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (!Directory.Exists(name))
                Directories.Make(name);
    }
}
