namespace MountSim.Experiments.Theory;

/// <summary>
/// How long to run and what to keep. The first samples are dropped: the slowest system here (M/M/1 at 0.8) forgets its start with a relaxation time of
/// 1/(mu (1 - sqrt(rho))^2) = 9.0, about 72 arrivals, so that after 50,000 of them the bias is below e^-600 of the mean.
/// </summary>
/// <param name="Seed">Seed of all streams.</param>
/// <param name="BatchSize">Samples a batch: long against the hundreds of customers over which waits are correlated at a load of 0.8.</param>
internal sealed record RunPlan(long Seed, int BatchSize)
{
    public const int WarmUp = 50_000;

    public const int Batches = 40;

    public int Samples => Batches * BatchSize;

    public bool IsOver(int seen) => seen >= WarmUp + Samples;
}
