namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>
/// A reader beside one writer loop (idle exponential of rate lambda, write of w), read section r no longer than w. It waits for an even sequence, so each attempt starts
/// in an idle gap: p = 1 - e^(-lambda r), attempts geometric.
/// </summary>
internal sealed record SeqLockReader(double WriterRate, double Read, double Write)
{
    public double RetryProbability => 1 - Math.Exp(-WriterRate * Read);

    public double Attempts => Math.Exp(WriterRate * Read);

    public double BusyProbability => WriterRate * Write / (1 + (WriterRate * Write));

    /// <summary>That one attempt without waiting for an even sequence is good.</summary>
    public double BlindSuccess => Math.Exp(-WriterRate * Read) / (1 + (WriterRate * Write));

    /// <summary>Mean time to the next writer, given that it comes within the read section.</summary>
    public double MeanInterruption => (1 / WriterRate) - (Read * Math.Exp(-WriterRate * Read) / RetryProbability);

    public double MeanTime =>
        (BusyProbability * Write / 2) + (Read * Attempts) + ((Attempts - 1) * (Write - Read + MeanInterruption));
}
