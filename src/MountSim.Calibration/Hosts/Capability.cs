using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>A capability that measuring asks for, and what for (capabilities(7)).</summary>
/// <param name="Name">As the manual page names it.</param>
/// <param name="Number">Its bit (include/uapi/linux/capability.h).</param>
/// <param name="Purpose">What is done with it here, and with nothing else.</param>
public sealed record Capability(string Name, int Number, string Purpose)
{
    /// <summary>Without it a calibration mounts in a user namespace, or not at all; a burst and the validations on the host cannot be.</summary>
    public static readonly Capability Mounts = new("CAP_SYS_ADMIN", 21, "mounts, a mount namespace of its own, the tracer's file system");

    /// <summary>Without it overlays are refused with EACCES: their work directory has mode 0 (fs/overlayfs/super.c v6.12, ovl_workdir_create).</summary>
    public static readonly Capability Overlays = new("CAP_DAC_OVERRIDE", 1, "overlay mounts, whose work directory has mode 0");

    /// <summary>Without it nothing is traced, and hold times come from timing alone (kernel/ksyms_common.c v6.12, kallsyms_show_value).</summary>
    public static readonly Capability Symbols = new("CAP_SYSLOG", 34, "addresses of kernel symbols, by which a lock is known");

    /// <summary>All that is ever asked for.</summary>
    public static readonly IReadOnlyList<Capability> All = [Mounts, Overlays, Symbols];

    /// <summary>Who has it, and what it is for, as a remedy.</summary>
    public string Remedy => $"Run as root ({Name}: {Purpose}), outside of a container that filters system calls.";

    private const string Status = "/proc/self/status", Effective = "CapEff:";

    /// <summary>True when this process has it in force.</summary>
    public bool IsHeld => IsIn(File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Effective, StringComparison.Ordinal)));

    /// <summary>Why something is not done, and what to do about it.</summary>
    /// <param name="what">What it is that needs the capability: <c>a burst mounts as container runtimes do</c>.</param>
    public string Missing(string what) =>
        $"{what}, which takes {Name} ({Purpose}), and this process has it not: run it as root, outside of a container that drops capabilities or filters system calls";

    /// <summary>True when a line of /proc/PID/status has its bit; a line that cannot be read has none.</summary>
    internal bool IsIn(string? line) =>
        line is not null && ulong.TryParse(line.AsSpan(Effective.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && (bits >> Number & 1) != 0;
}
