using System.Diagnostics;
using System.Globalization;

namespace MountSim.Calibration.Bursts;

/// <summary>CPU time of the whole machine and of this process at a moment, to see who else ran meanwhile.</summary>
/// <param name="BusyMs">All CPUs, user and kernel code and interrupts, ms.</param>
/// <param name="StolenMs">Taken by the hypervisor, ms.</param>
/// <param name="OwnMs">This process's and that of its children that have ended, ms.</param>
internal readonly record struct CpuUse(double BusyMs, double StolenMs, double OwnMs)
{
    private const double MsPerTick = 10; // USER_HZ is 100 on every architecture of ours

    /// <summary>Now.</summary>
    internal static CpuUse Now()
    {
        // cpu  user nice system idle iowait irq softirq steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture) * MsPerTick).ToArray();
        using var self = Process.GetCurrentProcess();
        return new CpuUse(fields[0] + fields[1] + fields[2] + fields[5] + fields[6], fields[7], self.TotalProcessorTime.TotalMilliseconds + ChildrenTime.Now().TotalMs);
    }

    /// <summary>CPU time of others since then, ms; to 10 ms a CPU.</summary>
    internal double OthersMsSince(CpuUse begin) => Math.Max(0, BusyMs - begin.BusyMs - (OwnMs - begin.OwnMs));
}
