using System.Diagnostics;
using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tests;

/// <summary>Whose CPU time it was.</summary>
public class CpuWatchTests
{
    private const double EnoughMs = 200, TickMs = 10;

    [Fact]
    public void What_another_process_computes_is_others()
    {
        var watch = new CpuWatch();
        var before = watch.Now();
        using var other = Process.Start(new ProcessStartInfo("timeout", ["30", "sh", "-c", "while :; do :; done"]))!;
        try
        {
            var seen = 0.0;
            // The shell below timeout computes; how much is only told to who looks again and again. The deadline is for a machine that gives it nothing.
            for (var patience = Stopwatch.StartNew(); seen < EnoughMs && patience.Elapsed < TimeSpan.FromSeconds(25); seen = watch.Now().OthersMsSince(before)) Thread.Sleep(50);
            Assert.InRange(seen, EnoughMs, double.MaxValue);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
            other.WaitForExit();
        }
    }

    [Fact]
    public void What_this_process_computes_is_its_own()
    {
        var watch = new CpuWatch();
        using var self = Process.GetCurrentProcess();
        var (before, own) = (watch.Now(), self.TotalProcessorTime);
        while (Process.GetCurrentProcess().TotalProcessorTime - own < TimeSpan.FromMilliseconds(EnoughMs))
        {
        }

        Assert.InRange(watch.Now().OwnMs - before.OwnMs, EnoughMs - TickMs, double.MaxValue);
    }

    [Fact]
    public void What_the_kernels_threads_do_for_its_calls_is_told()
    {
        Assert.SkipUnless(File.Exists("/proc/2/comm") && File.ReadAllText("/proc/2/comm").StartsWith("kthreadd", StringComparison.Ordinal), "no threads of the kernel are seen from here");
        Assert.True(new KernelThreads("rcu").CpuNs() > 0);
    }
}
