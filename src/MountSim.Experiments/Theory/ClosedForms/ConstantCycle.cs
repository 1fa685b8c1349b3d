namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>D/D/1//N after the first cycle, and the synchronous burst, where all N threads ask for the lock at the same instant.</summary>
internal sealed record ConstantCycle(int Threads, double Think, double Hold)
{
    public double Throughput => Math.Min(Threads / (Think + Hold), 1 / Hold);

    public double Response => Math.Max(Hold, (Threads * Hold) - Think);

    public double BurstThroughput => Threads / (Think + (Threads * Hold));

    public double BurstMeanResponse => (Threads + 1) * Hold / 2;

    /// <summary>Where the lock saturates.</summary>
    public double Knee => (Think + Hold) / Hold;
}
