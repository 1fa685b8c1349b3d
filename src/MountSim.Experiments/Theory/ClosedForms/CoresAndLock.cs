namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>Two stations: c cores with exponential bursts of mean D, one lock with exponential holds of mean S, N threads; lock waiters sleep.</summary>
internal sealed record CoresAndLock
{
    public CoresAndLock(int threads, int cores, double burst, double hold)
    {
        double weight = 1, sum = 1, population = 0;
        for (var k = 1; k <= threads; k++)
        {
            weight *= Math.Min(threads - k + 1, cores) * hold / burst;
            sum += weight;
            population += k * weight;
        }

        Throughput = (1 - (1 / sum)) / hold;
        AtLock = population / sum;
    }

    public double Throughput { get; }

    /// <summary>Mean number of threads that wait for the lock or hold it.</summary>
    public double AtLock { get; }

    public double LockResponse => AtLock / Throughput;
}
