namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>The closed system of N threads that think for Z and hold one lock for S, both exponential: exact mean value analysis (Reiser, Lavenberg 1980).</summary>
internal sealed record Repairman
{
    public Repairman(int threads, double think, double hold)
    {
        for (var n = 1; n <= threads; n++)
        {
            Response = hold * (1 + Population);
            Throughput = n / (think + Response);
            Population = Throughput * Response;
        }
    }

    /// <summary>Acquisitions in a unit of time.</summary>
    public double Throughput { get; }

    /// <summary>Wait and hold.</summary>
    public double Response { get; }

    /// <summary>Mean number of threads that wait or hold.</summary>
    public double Population { get; }
}
