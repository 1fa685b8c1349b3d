using MountSim.Calibration.Estimators;
using MountSim.Calibration.Watching;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation.Claims;

/// <summary>Figures of measured holds with intervals by resampling whole blocks, both terms of a ratio by themselves.</summary>
internal sealed class HoldTable(IReadOnlyList<WatchedOperation> operations, int seed)
{
    private const double NsPerUs = 1e3;
    private readonly Random _random = new(seed);

    /// <summary>True when an operation was measured.</summary>
    public bool Has(string name) => operations.Any(one => one.Name == name);

    /// <summary>The median hold of an operation, us.</summary>
    public Interval Hold(string name, bool otherNamespace = false) => Figure(one => one[0], Stalls(name, otherNamespace));

    /// <summary>The median length of an operation, us.</summary>
    public double LengthUs(string name) => Quantiles.Median([.. Lengths(name).SelectMany(block => block)]) / NsPerUs;

    /// <summary>The hold over the operation's own length.</summary>
    public Interval ShareHeld(string name) => Ratio(terms => terms[0] / terms[1], Stalls(name, false), Lengths(name));

    /// <summary>How much of what the many layers add to the length they add to the hold.</summary>
    public Interval ShareOfSetUp(string few, string many) => Ratio(
        terms => (terms[0] - terms[1]) / (terms[2] - terms[3]), Stalls(many, false), Stalls(few, false), Lengths(many), Lengths(few));

    /// <summary>The hold of one operation over that of another.</summary>
    public Interval HoldOver(string name, string other) => Ratio(terms => terms[0] / terms[1], Stalls(name, false), Stalls(other, false));

    /// <summary>The hold as seen from another mount namespace over the hold as seen from the operation's own.</summary>
    public Interval AcrossNamespaces(string name) => Ratio(terms => terms[0] / terms[1], Stalls(name, true), Stalls(name, false));

    private IReadOnlyList<double[]> Stalls(string name, bool otherNamespace) =>
        [.. operations.First(one => one.Name == name && one.OtherNamespace == otherNamespace).Blocks.Select(block => block.StallNs)];

    private IReadOnlyList<double[]> Lengths(string name) => [.. operations.First(one => one.Name == name && !one.OtherNamespace).Blocks.Select(block => block.DurationNs)];

    private Interval Figure(Func<double[], double> figure, params IReadOnlyList<double[]>[] terms)
    {
        var ratio = Ratio(figure, terms);
        return new Interval(ratio.Value / NsPerUs, ratio.Low / NsPerUs, ratio.High / NsPerUs);
    }

    private Interval Ratio(Func<double[], double> figure, params IReadOnlyList<double[]>[] terms)
    {
        var value = figure([.. terms.Select(blocks => Quantiles.Median([.. blocks.SelectMany(block => block)]))]);
        var medians = terms.Select(blocks => BlockBootstrap.Medians(blocks, _random)).ToList();
        double[] replicates = [.. Enumerable.Range(0, BlockBootstrap.Replicates).Select(i => figure([.. medians.Select(one => one[i])])).Where(double.IsFinite)];
        return replicates.Length == 0 ? new Interval(value, double.NegativeInfinity, double.PositiveInfinity) : BlockBootstrap.Summary(value, replicates);
    }
}
