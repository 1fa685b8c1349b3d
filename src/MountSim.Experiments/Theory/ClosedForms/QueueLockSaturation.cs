namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>A first-come first-served lock that is always waited for, over equal sockets: X = 1/(s + E[h]), and the next holder is on the same socket with P = (m - 1)/(N - 1).</summary>
/// <param name="Sockets">K.</param>
/// <param name="Threads">N, over all sockets.</param>
/// <param name="Section">s, ns.</param>
/// <param name="Same">A hand-off within a socket, ns.</param>
/// <param name="Cross">Between sockets, ns.</param>
internal sealed record QueueLockSaturation(int Sockets, int Threads, double Section, double Same, double Cross)
{
    public double SameShare => ((Threads / (double)Sockets) - 1) / (Threads - 1);

    /// <summary>Acquisitions a nanosecond.</summary>
    public double Throughput => 1 / (Section + (SameShare * Same) + ((1 - SameShare) * Cross));
}
