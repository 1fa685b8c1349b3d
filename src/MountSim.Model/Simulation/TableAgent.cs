namespace MountSim.Model.Simulation;

/// <summary>An agent that reads mountinfo on a timer (kubelet, node exporters): sleeps, reads the whole table, parses it in user code.</summary>
internal sealed class TableAgent(HostSystem system, int number) : HostTask(system, number, "agent")
{
    private const double PsPerSecond = 1e12;

    private int _stage;
    private long _readBegan = -1;
    private long _longestReadPs;

    /// <summary>The longest read so far, one that still goes on included.</summary>
    public long LongestReadPs => _readBegan < 0 ? _longestReadPs : Math.Max(_longestReadPs, Simulation.Now.Picoseconds - _readBegan);

    protected override bool Next()
    {
        var period = PsPerSecond / System.Workload.AgentReadsPerSecond;
        switch (_stage++)
        {
            case 0:
                // The first read comes at a random moment of a period.
                SleepFor((long)(Random.NextDouble() * period));
                return false;
            case 1:
                _readBegan = Simulation.Now.Picoseconds;
                return Start("mountinfo.read");
            case 2:
                _longestReadPs = LongestReadPs;
                _readBegan = -1;
                return RunUserCode(System.Host.Mounts * System.Workload.AgentParseMicroseconds * 1e6);
            default:
                _stage = 1;
                SleepFor((long)period);
                return false;
        }
    }
}
