using System.Globalization;
using MountSim.Calibration.Syscalls;
using MountSim.Model.Machines;

namespace MountSim.Calibration.Hosts;

/// <summary>The hardware threads that this process may use and how far apart they are, as /sys tells.</summary>
internal sealed class HostTopology
{
    private const string Root = "/sys/devices/system/cpu/cpu";
    private readonly Dictionary<int, (string Package, string Core, string L3)> _places;

    private HostTopology(Dictionary<int, (string Package, string Core, string L3)> places) => _places = places;

    /// <summary>CPUs that the process may run on, ascending.</summary>
    internal IReadOnlyList<int> Cpus => [.. _places.Keys.Order()];

    /// <summary>Reads the topology of the allowed CPUs.</summary>
    internal static HostTopology Read()
    {
        var places = new Dictionary<int, (string, string, string)>();
        foreach (var cpu in Affinity.Allowed())
        {
            var folder = Root + cpu.ToString(CultureInfo.InvariantCulture);
            places[cpu] = (Text(folder + "/topology/physical_package_id"), Text(folder + "/topology/core_id"), LastLevelCache(folder));
        }

        return new HostTopology(places);
    }

    /// <summary>How far two CPUs are apart. Without an L3 in /sys (some guests), the package counts as one.</summary>
    internal Distance Between(int a, int b)
    {
        if (a == b)
            return Distance.Self;
        var (here, there) = (_places[a], _places[b]);
        if (here.Package != there.Package)
            return Distance.CrossSocket;
        if (here.Core == there.Core)
            return Distance.SameCore;
        return here.L3 == there.L3 ? Distance.SameL3 : Distance.SameSocket;
    }

    /// <summary>Pairs of CPUs of each distance class that the host has, spread over the machine.</summary>
    internal IReadOnlyList<(Distance Distance, int Home, int Away)> Pairs(int perClass)
    {
        var all = from a in Cpus from b in Cpus where a < b select (Distance: Between(a, b), Home: a, Away: b);
        return
        [
            .. all.GroupBy(p => p.Distance).OrderBy(g => g.Key).SelectMany(g =>
            {
                var pairs = g.ToList();
                var step = Math.Max(1, pairs.Count / perClass);
                return pairs.Where((_, i) => i % step == 0).Take(perClass);
            }),
        ];
    }

    /// <summary>Sockets among the allowed CPUs.</summary>
    internal int Sockets => _places.Values.Select(p => p.Package).Distinct().Count();

    /// <summary>Physical cores among the allowed CPUs.</summary>
    internal int Cores => _places.Values.Select(p => (p.Package, p.Core)).Distinct().Count();

    /// <summary>L3 groups among the allowed CPUs.</summary>
    internal int CacheGroups => _places.Values.Select(p => (p.Package, p.L3)).Distinct().Count();

    private static string LastLevelCache(string folder)
    {
        for (var index = 0; index < 8; index++)
        {
            var cache = folder + "/cache/index" + index.ToString(CultureInfo.InvariantCulture);
            if (Text(cache + "/level") == "3")
                return Text(cache + "/shared_cpu_list");
        }

        return "";
    }

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
