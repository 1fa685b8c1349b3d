using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Estimators;

/// <summary>Turns raw blocks into a cost: overheads off, cold beginnings dropped and counted, outliers kept and counted.</summary>
public static class CostEstimator
{
    private const double OutlierSigmas = 10;

    /// <summary>The blocks of a cost, ns an operation, without their cold beginnings and the measurement's own overheads.</summary>
    /// <param name="definition">The cost.</param>
    /// <param name="raw">Samples as taken, ns a sample.</param>
    /// <param name="timerNs">Two readings of the clock.</param>
    /// <param name="syscallNs">An empty system call.</param>
    /// <param name="warmUp">Samples dropped.</param>
    public static IReadOnlyList<double[]> Clean(
        CostDefinition definition, IReadOnlyList<double[]> raw, double timerNs, double syscallNs, out int warmUp)
    {
        var blocks = new List<double[]>(raw.Count);
        warmUp = 0;
        foreach (var block in raw)
        {
            var cold = WarmUp.Count(block);
            warmUp += cold;
            blocks.Add([.. block.Skip(cold).Select(ns => ((ns - timerNs) / definition.Batch) - (syscallNs * definition.Crossings))]);
        }

        return blocks;
    }

    /// <summary>The statistics of cleaned blocks.</summary>
    public static MeasuredCost Estimate(CostDefinition definition, IReadOnlyList<double[]> blocks, int warmUp, Random random)
    {
        double[] all = [.. blocks.SelectMany(b => b)];
        Interval median = BlockBootstrap.Median(blocks, random);
        Interval mean = BlockBootstrap.Mean(blocks, random);
        var mad = Quantiles.Mad(all);
        var limit = median.Value + (OutlierSigmas * Quantiles.MadToSigma * mad);
        return new MeasuredCost
        {
            Name = definition.Name,
            Parameter = definition.Parameter,
            Value = definition.Value,
            Median = Round(median.Value),
            Low = Round(median.Low),
            High = Round(median.High),
            Mean = new Interval(Round(mean.Value), Round(mean.Low), Round(mean.High)),
            P5 = Round(Quantiles.At(all, 0.05)),
            P95 = Round(Quantiles.At(all, 0.95)),
            Mad = Round(mad),
            Max = Round(all.Max()),
            Samples = all.Length,
            Outliers = mad > 0 ? all.Count(v => v > limit) : 0,
            WarmUp = warmUp,
        };
    }

    private static double Round(double ns) => Math.Round(ns, 2);
}
