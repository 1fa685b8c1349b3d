using System.Globalization;

namespace MountSim.Model.Machines;

/// <summary>What a running Linux says about its CPUs, under /sys/devices/system/cpu and in /proc/cpuinfo.</summary>
/// <param name="Online">CPUs online.</param>
/// <param name="Possible">Possible CPUs.</param>
/// <param name="Sockets">Distinct packages.</param>
/// <param name="Cores">Distinct cores over all packages.</param>
/// <param name="L3Groups">Distinct sets of CPUs that share a level 3 cache; the number of sockets where the system does not say.</param>
/// <param name="Vendor"><c>vendor_id</c>, or empty.</param>
/// <param name="Family"><c>cpu family</c>, or -1.</param>
/// <param name="Model"><c>model</c>, or -1.</param>
/// <param name="ModelName"><c>model name</c>, or empty.</param>
/// <param name="Guest">True under a hypervisor.</param>
internal sealed record HostTopology(
    int Online, int Possible, int Sockets, int Cores, int L3Groups, string Vendor, int Family, int Model, string ModelName, bool Guest)
{
    private const string CpuDirectory = "sys/devices/system/cpu";

    /// <summary>Reads the files under a root directory.</summary>
    /// <exception cref="ModelException">A file is missing or unreadable, as on a system that is not Linux.</exception>
    public static HostTopology Read(string root)
    {
        var directory = Path.Combine(root, CpuDirectory);
        try
        {
            var online = CpuList(File.ReadAllText(Path.Combine(directory, "online")));
            var possible = CpuList(File.ReadAllText(Path.Combine(directory, "possible")));
            var packages = online.Select(cpu => Topology(directory, cpu, "physical_package_id")).ToList();
            var cores = online.Select((cpu, i) => $"{packages[i]}/{Topology(directory, cpu, "core_id")}").Distinct().Count();
            var sockets = packages.Distinct().Count();
            var caches = online.Select(cpu => L3Cpus(directory, cpu)).OfType<string>().Distinct().Count();
            var info = CpuInfo(File.ReadLines(Path.Combine(root, "proc/cpuinfo")));
            return new HostTopology(
                online.Count, possible.Count, sockets, cores, Math.Max(caches, sockets),
                info.GetValueOrDefault("vendor_id", ""), Number(info, "cpu family"), Number(info, "model"), info.GetValueOrDefault("model name", ""),
                info.GetValueOrDefault("flags", "").Split(' ').Contains("hypervisor"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ModelException(
                $"machine {MachineCatalog.Host}", $"the host's topology cannot be read: {e.Message}; name a machine instead");
        }
    }

    /// <summary>The CPUs of a kernel list such as <c>0-3,8</c>.</summary>
    private static List<int> CpuList(string text)
    {
        var cpus = new List<int>();
        foreach (var range in text.Trim().Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            cpus.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return cpus;
    }

    private static string Topology(string directory, int cpu, string file) =>
        File.ReadAllText(Path.Combine(directory, $"cpu{cpu.ToString(CultureInfo.InvariantCulture)}", "topology", file)).Trim();

    private static string? L3Cpus(string directory, int cpu)
    {
        var caches = Path.Combine(directory, $"cpu{cpu.ToString(CultureInfo.InvariantCulture)}", "cache");
        if (!Directory.Exists(caches))
            return null;
        var l3 = Directory.EnumerateDirectories(caches, "index*")
            .FirstOrDefault(index => File.ReadAllText(Path.Combine(index, "level")).Trim() == "3");
        return l3 is null ? null : File.ReadAllText(Path.Combine(l3, "shared_cpu_list")).Trim();
    }

    /// <summary>Keys and values of the first processor.</summary>
    private static Dictionary<string, string> CpuInfo(IEnumerable<string> lines) => lines
        .TakeWhile(line => line.Length > 0)
        .Select(line => line.Split(':', 2))
        .Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static int Number(Dictionary<string, string> info, string key) =>
        int.TryParse(info.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
