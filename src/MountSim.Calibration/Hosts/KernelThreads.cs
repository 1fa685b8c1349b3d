using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>CPU time of the kernel's threads whose name begins so, from /proc/PID/schedstat (Documentation/scheduler/sched-stats.rst: the first number, ns).</summary>
internal sealed class KernelThreads(string name)
{
    private readonly IReadOnlyList<string> _schedules =
    [
        .. Directory.EnumerateDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && Is(process, name))
            .Select(process => process + "/schedstat").Where(File.Exists),
    ];

    /// <summary>All their CPU time so far, ns; null where there are none, or they do not tell.</summary>
    internal double? CpuNs() => _schedules.Count == 0 ? null : _schedules.Sum(file => double.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture));

    private static bool Is(string process, string name)
    {
        try
        {
            return File.ReadAllText(process + "/comm").StartsWith(name, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }
}
