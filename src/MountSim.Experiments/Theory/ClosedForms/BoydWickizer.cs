namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>
/// The ticket lock's Markov chain of Boyd-Wickizer, Kaashoek, Morris, Zeldovich, "Non-scalable locks are dangerous" (OLS 2012): n cores; in state k (holding or
/// waiting) arrivals at (n - k)/a, service of mean s + c k/2.
/// </summary>
internal sealed record BoydWickizer(double Gap, double Section, double Transfer, int Cores)
{
    /// <summary>Cores that hold or wait, on average.</summary>
    public double Waiting
    {
        get
        {
            double weight = 1, sum = 1, waiting = 0;
            for (var k = 1; k <= Cores; k++)
            {
                weight *= (Cores - k + 1) / Gap * ServiceMean(k);
                sum += weight;
                waiting += k * weight;
            }

            return waiting / sum;
        }
    }

    public double Speedup => Cores - Waiting;

    /// <summary>Acquisitions in a unit of time.</summary>
    public double Rate => Speedup / Gap;

    public double ServiceMean(int state) => Section + (Transfer * state / 2);
}
