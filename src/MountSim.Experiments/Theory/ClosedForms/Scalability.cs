namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>Gunther's Universal Scalability Law.</summary>
internal sealed record Scalability(double Contention, double Coherency, double Rate)
{
    public double PeakThreads => Math.Sqrt((1 - Contention) / Coherency);

    public double Throughput(double threads) =>
        Rate * threads / (1 + (Contention * (threads - 1)) + (Coherency * threads * (threads - 1)));
}
