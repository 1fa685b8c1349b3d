using MathNet.Numerics.RootFinding;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>
/// The serial part of an operation from throughputs of 1 and of n workers, as a machine-repairman system (n workers, one server): with
/// exponential times, by exact mean value analysis, workers meet by chance and a short serial part explains the loss; with constant times they
/// never meet before the server is always busy, and it takes the longest. The truth lies between. What slows workers down besides locks (a
/// shared core, memory) is in it too, so that it is an upper estimate.
/// </summary>
public static class SaturationFit
{
    private const double Accuracy = 1e-9;

    /// <summary>The serial part, ns.</summary>
    /// <param name="one">Executions a second of one worker.</param>
    /// <param name="many">Executions a second of <paramref name="workers"/> workers, each on a CPU of its own.</param>
    /// <param name="workers">How many: 2 or more.</param>
    public static Interval SerialNs(Interval one, Interval many, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 2);
        var value = Serial(one.Value, many.Value, workers);
        // It is longest where one worker was fast alone and many were slow together.
        var low = Serial(one.Low, many.High, workers);
        var high = Math.Max(Serial(one.High, many.Low, workers), Constant(one.High, many.Low, workers));
        return new Interval(value, Math.Min(low, value), Math.Max(high, value));
    }

    /// <summary>Throughput of <paramref name="workers"/> workers, executions a ns: exact mean value analysis of one queue and a delay.</summary>
    /// <param name="serial">Mean time in the queue's server, ns.</param>
    /// <param name="rest">Mean time outside, ns.</param>
    /// <param name="workers">Workers.</param>
    public static double Throughput(double serial, double rest, int workers)
    {
        var (queue, rate) = (0.0, 0.0);
        for (var n = 1; n <= workers; n++)
        {
            var response = serial * (1 + queue);
            rate = n / (response + rest);
            queue = rate * response;
        }

        return rate;
    }

    private static double Serial(double one, double many, int workers)
    {
        var (whole, rate) = (1e9 / one, many / 1e9);
        if (rate >= Throughput(0, whole, workers))
            return 0;
        return rate <= Throughput(whole, 0, workers)
            ? whole
            : Brent.FindRoot(serial => (Throughput(serial, whole - serial, workers) / rate) - 1, 0, whole, Accuracy);
    }

    // With constant times nobody waits until the server is always busy: then its time is the inverse of the throughput.
    private static double Constant(double one, double many, int workers) => many < workers * one ? Math.Min(1e9 / many, 1e9 / one) : 0;
}
