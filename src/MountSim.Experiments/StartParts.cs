using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>Where a start's time goes: mean parts over containers and replications, which add up to the mean start time.</summary>
internal sealed record StartParts(int Starts, double UserMs, double KernelMs, double RunQueueMs, IReadOnlyList<WaitPart> Waits)
{
    private const double PsPerMs = 1e9;

    public double CpuMs => UserMs + KernelMs;

    public double TotalMs => CpuMs + RunQueueMs + Waits.Sum(wait => wait.MeanMs);

    public static StartParts Of(IReadOnlyList<StormResult> results)
    {
        var starts = results[0].StartPs.Count;
        var scale = PsPerMs * results.Count * starts;
        var definitions = results[0].Definitions;
        var waits = new List<WaitPart>();
        for (var i = 0; i < results[0].WaitsPs.Count; i++)
        {
            var (name, role) = i < definitions.Count ? (definitions[i].Symbol, definitions[i].Role)
                : i < definitions.Count + 2 ? ("RCU grace period", "") : ("systemd (PID 1)", "");
            var utilization = results.Average(result => Utilization(result, i));
            var mean = results.Sum(result => (double)result.WaitsPs[i]) / scale;
            waits.Add(new WaitPart(name, role, mean, utilization));
        }

        return new StartParts(
            starts,
            results.Sum(result => (double)result.UserPs) / scale,
            results.Sum(result => (double)result.KernelPs) / scale,
            results.Sum(result => (double)result.RunQueuePs) / scale,
            waits);
    }

    private static double Utilization(StormResult result, int waitIndex)
    {
        if (result.MakespanPs == 0) return 0;
        if (waitIndex < result.Locks.Count) return (double)result.Locks[waitIndex].HeldTotal / result.MakespanPs;
        var busy = waitIndex < result.Locks.Count + 2 ? result.GracePeriods.RunningTotal : result.Pid1Ps;
        return Math.Min(1, (double)busy / result.MakespanPs);
    }
}

/// <summary>Mean wait of a start for one lock or other wait object.</summary>
internal sealed record WaitPart(string Name, string Role, double MeanMs, double Utilization);
