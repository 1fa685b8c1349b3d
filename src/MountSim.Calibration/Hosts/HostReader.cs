using System.Globalization;
using System.Runtime.InteropServices;
using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Hosts;

/// <summary>What /proc and /sys say about the host; nothing that identifies it.</summary>
internal static class HostReader
{
    internal static HostDescription Read(HostTopology topology)
    {
        var cpu = CpuInfo();
        var vendor = cpu.GetValueOrDefault("vendor_id", "unknown");
        var family = Number(cpu.GetValueOrDefault("cpu family"));
        var model = Number(cpu.GetValueOrDefault("model"));
        var machine = CpuFamily.Of(vendor, family, model);
        var flags = cpu.GetValueOrDefault("flags", "").Split(' ');
        return new HostDescription
        {
            Kernel = Text("/proc/sys/kernel/osrelease"),
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            CpuVendor = vendor,
            CpuFamily = family,
            CpuModel = model,
            CpuName = cpu.GetValueOrDefault("model name", "unknown"),
            MachineFamily = machine.Name,
            Preemption = KernelPreemption.Read(),
            Virtualised = flags.Contains("hypervisor"),
            PossibleCpus = Count(Text("/sys/devices/system/cpu/possible")),
            OnlineCpus = Count(Text("/sys/devices/system/cpu/online")),
            UsableCpus = topology.Cpus.Count,
            Cores = topology.Cores,
            Sockets = topology.Sockets,
            CacheGroups = topology.CacheGroups,
            ClockSource = Text("/sys/devices/system/clocksource/clocksource0/current_clocksource"),
            LoadAverage = double.TryParse(Text("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : 0,
        };
    }

    /// <summary>How many CPUs a kernel list such as <c>0-3,8</c> names.</summary>
    internal static int Count(string list)
    {
        var count = 0;
        foreach (var part in list.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            count += Number(ends[^1]) - Number(ends[0]) + 1;
        }

        return count;
    }

    private static Dictionary<string, string> CpuInfo()
    {
        var values = new Dictionary<string, string>();
        foreach (var line in Text("/proc/cpuinfo").Split('\n').TakeWhile(l => l.Length > 0))
        {
            var parts = line.Split(':', 2);
            if (parts.Length == 2)
                values[parts[0].Trim()] = parts[1].Trim();
        }

        return values;
    }

    private static int Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
