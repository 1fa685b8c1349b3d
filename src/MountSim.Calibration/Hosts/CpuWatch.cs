using System.Diagnostics;
using System.Globalization;

namespace MountSim.Calibration.Hosts;

/// <summary>
/// Reads who used the CPUs. What measured calls make the kernel do later is theirs, not another's: its RCU threads run the grace periods that umounts wait for, and what was
/// taken away is freed in softirqs, for which reason interrupts are left out (Documentation/filesystems/proc.rst: irq, softirq).
/// </summary>
internal sealed class CpuWatch
{
    private const double MsPerTick = 10; // USER_HZ, in which /proc/stat counts, is 100 on every architecture (include/asm-generic/param.h)
    private const double NsPerMs = 1e6;
    private const int UserCode = 0, NiceCode = 1, KernelCode = 2, Stolen = 7; // user nice system idle iowait irq softirq steal

    private readonly KernelThreads _rcu = new("rcu");

    /// <summary>So far.</summary>
    internal CpuUse Now()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture) * MsPerTick).ToArray();
        using var self = Process.GetCurrentProcess();
        return new CpuUse(
            fields[UserCode] + fields[NiceCode] + fields[KernelCode],
            fields.ElementAtOrDefault(Stolen),
            self.TotalProcessorTime.TotalMilliseconds + ChildrenTime.Now().TotalMs + ((_rcu.CpuNs() ?? 0) / NsPerMs));
    }
}
