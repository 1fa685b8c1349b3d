namespace MountSim.Model.Simulation;

/// <summary>A task of the host's own work (an application, a daemon): computes all the time, and opens files at the rate at which user code does.</summary>
internal sealed class WalkingTask(HostSystem system, int number) : HostTask(system, number, "walker")
{
    private const double PsPerMillisecond = 1e9;

    protected override bool NextFollowsOn => true;

    protected override bool Next()
    {
        AddUserCode(Random.NextExponential(PsPerMillisecond / System.Workload.WalksPerCpuMs));
        return StartWalk();
    }
}
