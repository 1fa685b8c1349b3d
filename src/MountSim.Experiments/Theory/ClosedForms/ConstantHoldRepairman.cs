using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>
/// M/D/1//N: exponential think, constant hold. The chain at departures is exact: from state i service starts with j = max(i, 1) present, and the next
/// departure leaves j - 1 + Binomial(N - j, 1 - e^(-S/Z)).
/// </summary>
internal sealed record ConstantHoldRepairman
{
    public ConstantHoldRepairman(int threads, double think, double hold)
    {
        var arrives = 1 - Math.Exp(-hold / think);
        var balance = Matrix<double>.Build.Dense(threads, threads);
        for (var i = 0; i < threads; i++)
        {
            var present = Math.Max(i, 1);
            for (var more = 0; more <= threads - present; more++)
                balance[present - 1 + more, i] += Binomial.PMF(arrives, threads - present, more);
            balance[i, i] -= 1;
        }

        // One balance equation is redundant: the sum of the probabilities takes its place.
        for (var i = 0; i < threads; i++) balance[threads - 1, i] = 1;
        var right = Vector<double>.Build.Dense(threads);
        right[threads - 1] = 1;
        Throughput = 1 / (hold + (balance.Solve(right)[0] * think / threads));
        Response = (threads / Throughput) - think;
    }

    /// <summary>Acquisitions in a unit of time.</summary>
    public double Throughput { get; }

    /// <summary>Wait and hold.</summary>
    public double Response { get; }
}
