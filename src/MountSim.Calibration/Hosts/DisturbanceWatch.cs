using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Scheduling;

namespace MountSim.Calibration.Hosts;

/// <summary>Watches what else happens on the machine while this process measures.</summary>
internal sealed class DisturbanceWatch
{
    private const double TicksPerSecond = 100; // USER_HZ, in which /proc/stat counts on every architecture (include/asm-generic/param.h)
    private const int Steal = 7;               // user nice system idle iowait irq softirq steal (Documentation/filesystems/proc.rst)
    private static readonly int[] Busy = [0, 1, 2, 5, 6];
    private static readonly string[] Servants = ["rcu_exp_", "rcu_preempt", "rcu_sched", "ksoftirqd/"];
    private readonly int _cpu;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly KernelThreads[] _servants = [.. Servants.Select(name => new KernelThreads(name))];
    private readonly (double Steal, double Busy, double Own, long Switches) _before;
    private double? _lowest;
    private double? _highest;

    internal DisturbanceWatch(int cpu)
    {
        _cpu = cpu;
        _before = Read();
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
        var after = Read();
        return new Disturbance(
            _clock.Elapsed.TotalSeconds, after.Steal - _before.Steal, after.Busy - _before.Busy, after.Own - _before.Own, after.Switches - _before.Switches, _lowest, _highest);
    }

    // What the kernel's threads do for grace periods and deferred frees, they do for the measurement's own calls.
    private (double Steal, double Busy, double Own, long Switches) Read()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(f => double.Parse(f, CultureInfo.InvariantCulture) / TicksPerSecond).ToList();
        var served = _servants.Sum(threads => threads.CpuNs() ?? 0) / 1e9;
        return (fields.ElementAtOrDefault(Steal), Busy.Sum(i => fields[i]), Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds + served, Switches());
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
