namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>M/G/1 by Pollaczek and Khinchine, with M/M/1 and M/D/1 as cases (Kleinrock, "Queueing Systems" I, 1975).</summary>
/// <param name="ArrivalRate">Lambda.</param>
/// <param name="Service">Moments of the service time.</param>
internal sealed record SingleServer(double ArrivalRate, ServiceTime Service)
{
    public double Utilization => ArrivalRate * Service.Mean;

    public double QueueWait => ArrivalRate * Service.SecondMoment / (2 * (1 - Utilization));

    public double Response => QueueWait + Service.Mean;

    public double QueueLength => ArrivalRate * QueueWait;

    public double Population => ArrivalRate * Response;

    /// <summary>M/M/1 only: P(n customers).</summary>
    public double ExponentialProbability(int n) => (1 - Utilization) * Math.Pow(Utilization, n);

    /// <summary>M/M/1 only: P(response longer than t).</summary>
    public double ExponentialTail(double t) => Math.Exp(-((1 / Service.Mean) - ArrivalRate) * t);

    /// <summary>M/D/1 only: P(0), P(1), P(2).</summary>
    public double ConstantProbability(int n) => n switch
    {
        0 => 1 - Utilization,
        1 => (1 - Utilization) * (Math.Exp(Utilization) - 1),
        2 => (1 - Utilization) * (Math.Exp(2 * Utilization) - (Math.Exp(Utilization) * (1 + Utilization))),
        _ => throw new ArgumentOutOfRangeException(nameof(n)),
    };
}
