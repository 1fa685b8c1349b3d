namespace MountSim.Engine.Tests.Queues;

/// <summary>
/// How long to run and what to keep. The first samples are dropped: the slowest system here (M/M/1 at 0.8) forgets its start with a relaxation time of
/// 1/(mu (1 - sqrt(rho))^2) = 9.0, about 72 arrivals, so that after 50,000 of them the bias is below e^-600 of the mean.
/// </summary>
public sealed record RunPlan(long Seed, int Batches, int BatchSize)
{
    public const int WarmUp = 50_000;

    public static RunPlan Short(long seed) => new(seed, 40, 25_000);

    public static RunPlan Long(long seed) => new(seed, 40, 250_000);

    public int Samples => Batches * BatchSize;

    public bool IsOver(int seen) => seen >= WarmUp + Samples;
}
