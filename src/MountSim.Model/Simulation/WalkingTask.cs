namespace MountSim.Model.Simulation;

/// <summary>A task of the host's own work (an application, a daemon): computes all the time, and opens files at the rate at which user code does.</summary>
internal sealed class WalkingTask(HostSystem system, int number) : HostTask(system, number, "walker")
{
    private const double PsPerMillisecond = 1e9;

    private bool _walkIsDue;

    protected override bool Next()
    {
        _walkIsDue = !_walkIsDue;
        return _walkIsDue ? RunUserCode(Random.NextExponential(PsPerMillisecond / System.Workload.WalksPerCpuMs)) : Start("path.lookup");
    }
}
