using System.Globalization;
using MountSim.Calibration.ContainerRuntimes;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Validation.Host;

/// <summary>What a reader must know of real starts, those that were not made first.</summary>
internal static class RuntimeNotes
{
    /// <summary>In sentences; none where no such start was asked for.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<HostCase> cases)
    {
        foreach (var skipped in cases.Where(one => one.Skipped is not null).GroupBy(one => one.Skipped, StringComparer.Ordinal))
            yield return $"NOT JUDGED: {string.Join(", ", skipped.Select(one => one.Id))}: {skipped.Key}.";
        var made = cases.Where(one => one.Skipped is null).Select(one => one.Runtime).OfType<InstalledRuntime>().Distinct().ToList();
        if (made.Count == 0) yield break;
        yield return $"Real starts by {string.Join(" and ", made.Select(one => $"{one.Program.Name} {one.Version}"))}: 'create' and then 'start' of a container that runs 'true', from the spawn of the first to the end of the second; 'delete' comes when 'true' has ended, beside further starts, and the throughput is that of whole lives.";
        yield return "Their bundle has the mounts that the model counts, the masked and read-only paths that this host has, and its own PID, IPC, UTS, mount and cgroup namespaces. It has no network namespace, no seccomp filter and no cgroup, which the models' CPU times have a guess for.";
    }

    /// <summary>That a real container has other mounts than its model counts, in a sentence; null where it has as many.</summary>
    public static string? Mounts(HostCase one, Scenario scenario, int? mounts)
    {
        var counted = RuntimeModel.Times(scenario.Runtime.ContainerMountsLeft, new ContainerPlan(scenario).Values);
        return mounts == counted ? null : string.Create(CultureInfo.InvariantCulture, $"NOT AS MODELLED: {one.Id}: a container has {mounts} mounts, and {scenario.Runtime.Name} counts {counted}.");
    }
}
