using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>
/// Names the process that owns what is made on the host: boot, PID namespace, process ID and start time, which no other process ever shares.
/// </summary>
internal static class Owner
{
    private const int Parts = 4;

    private static string? _self;

    /// <summary>This process, or the one it works for: <c>boot-namespace-pid-start</c>.</summary>
    internal static string Self() => _self ??= string.Create(
        CultureInfo.InvariantCulture, $"{Boot()}-{PidNamespace()}-{Environment.ProcessId}-{StartTime(Environment.ProcessId)}");

    /// <summary>A measuring child makes things in its parent's name, so that one guard knows all of them.</summary>
    internal static void WorkFor(string parent) => _self = parent;

    /// <summary>A look at a process that runs now, which says true once it runs no more, whoever has its ID by then.</summary>
    internal static Func<bool> EndOf(int pid)
    {
        var start = StartTime(pid);
        return () => start is null || StartTime(pid) != start;
    }

    /// <summary>
    /// True when the owner named by <paramref name="name"/> (which goes on with a dash and random letters) surely is gone: another boot, or no
    /// process of that ID and start time in our PID namespace. A process of another PID namespace is not ours to judge.
    /// </summary>
    internal static bool IsDead(string name)
    {
        var parts = name.Split('-');
        if (parts.Length != Parts + 1 || !int.TryParse(parts[2], CultureInfo.InvariantCulture, out var pid))
            return false;
        if (parts[0] != Boot())
            return true;
        return parts[1] == PidNamespace() && StartTime(pid) != parts[3];
    }

    // 60 random bits are enough, and the tracer allows names of 63 characters only.
    private static string Boot() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Replace("-", "", StringComparison.Ordinal)[..16];

    // pid:[4026531836]
    private static string PidNamespace() =>
        new string([.. (new FileInfo("/proc/self/ns/pid").LinkTarget ?? "").Where(char.IsAsciiDigit)]);

    // The 22nd field of stat; the second is the command in parentheses and may hold anything. A zombie is as good as gone.
    private static string? StartTime(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
