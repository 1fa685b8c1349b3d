using System.Globalization;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>What binds a scenario: the lock (or grace periods, or PID 1) that the starts wait for longest, or the CPU when they spend more time working and queueing for it.</summary>
/// <param name="Name">The lock's symbol on that kernel, <c>RCU grace period</c>, <c>systemd (PID 1)</c> or <c>CPU</c>.</param>
/// <param name="Role">What the lock is for; empty for others.</param>
/// <param name="Utilization">Share of the makespan in which it was held or busy.</param>
/// <param name="WaitMs">Time all starts together waited for it, ms; for the CPU the time in the run queue.</param>
/// <param name="ShareOfStart">Its share of all start time, 0 to 1 (for the CPU: work and queueing).</param>
public sealed record Bottleneck(string Name, string Role, double Utilization, double WaitMs, double ShareOfStart)
{
    internal const string Cpu = "CPU";

    /// <summary>Finds what binds, over replications.</summary>
    public static Bottleneck Of(IReadOnlyList<StormResult> results)
    {
        var parts = StartParts.Of(results);
        var binding = parts.Waits.MaxBy(wait => wait.MeanMs)!;
        var total = parts.TotalMs;
        if (parts.CpuMs + parts.RunQueueMs >= binding.MeanMs)
        {
            return new Bottleneck(
                Cpu, "", results.Average(result => result.CpuUtilization), parts.RunQueueMs * parts.Starts, (parts.CpuMs + parts.RunQueueMs) / total);
        }

        return new Bottleneck(binding.Name, binding.Role, binding.Utilization, binding.MeanMs * parts.Starts, binding.MeanMs / total);
    }

    /// <summary>The closing sentence of a prediction.</summary>
    public string Sentence(double startP99Ms, int cpus) => Name == Cpu
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"No lock binds: {ShareOfStart:P0} of the start time is CPU work and waiting for one of {cpus} CPUs ({Utilization:P0} busy), and the p99 start takes {startP99Ms:N0} ms.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}{(Role.Length > 0 ? $" ({Role})" : "")} binds: the starts spend {ShareOfStart:P0} of their time waiting for it, it is {(Role.Length > 0 ? "held" : "busy")} {Utilization:P0} of the time, and the p99 start takes {startP99Ms:N0} ms.");
}
