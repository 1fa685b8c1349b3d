using System.Diagnostics;
using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>Watches what else happens on the machine while this process measures.</summary>
internal sealed class DisturbanceWatch
{
    private const double MsPerSecond = 1e3;
    private readonly int _cpu;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CpuWatch _watch = new();
    private readonly CpuUse _before;
    private readonly long _switchesBefore = Switches();
    private double? _lowest;
    private double? _highest;

    internal DisturbanceWatch(int cpu)
    {
        _cpu = cpu;
        _before = _watch.Now();
    }

    /// <summary>Looks at the measuring CPU's frequency.</summary>
    internal void Sample()
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{_cpu}/cpufreq/scaling_cur_freq");
        if (!File.Exists(path) || !double.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var kilohertz))
            return;
        _lowest = Math.Min(_lowest ?? double.MaxValue, kilohertz * 1000);
        _highest = Math.Max(_highest ?? 0, kilohertz * 1000);
    }

    /// <summary>What was seen since the start.</summary>
    internal Disturbance Report()
    {
        var after = _watch.Now();
        return new Disturbance(
            _clock.Elapsed.TotalSeconds, (after.StolenMs - _before.StolenMs) / MsPerSecond, after.OthersMsSince(_before) / MsPerSecond, Switches() - _switchesBefore, _lowest, _highest);
    }

    private static long Switches()
    {
        var sum = 0L;
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
            sum += File.ReadLines(task + "/status").Where(l => l.StartsWith("nonvoluntary_ctxt_switches", StringComparison.Ordinal))
                .Sum(l => long.Parse(l.Split('\t')[^1], CultureInfo.InvariantCulture));
        return sum;
    }
}
