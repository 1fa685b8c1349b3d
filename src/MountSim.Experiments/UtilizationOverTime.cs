using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>Makes of the replications' samples what a reader can look at: the CPUs, and the locks that were held most.</summary>
internal static class UtilizationOverTime
{
    private const int Spans = 60, Locks = 3; // as many as a line of text has room for
    private const double PsPerMs = 1e9, WorthALook = 0.01;

    public static IReadOnlyList<UtilizationSeries> Of(IReadOnlyList<StormResult> results)
    {
        var span = results.Max(result => result.MakespanPs) / (double)Spans;
        var definitions = results[0].Definitions;
        var held = Enumerable.Range(0, definitions.Count)
            .Select(index => (Index: index, Share: results.Average(result => result.Locks[index].HeldTotal / (double)result.MakespanPs)))
            .Where(one => one.Share >= WorthALook)
            .OrderByDescending(one => one.Share)
            .Take(Locks);
        return [Series("CPU", UtilizationSamples.Cpu, span, results), .. held.Select(one => Series(definitions[one.Index].Symbol, one.Index + 1, span, results))];
    }

    private static UtilizationSeries Series(string name, int column, double span, IReadOnlyList<StormResult> results)
    {
        var spreads = Enumerable.Range(0, Spans).Select(at => Spread.Of([.. results.Select(result => result.Utilization.Share(column, at * span, (at + 1) * span))])).ToList();
        return new UtilizationSeries(name, span / PsPerMs, [.. spreads.Select(one => one.Mean)], [.. spreads.Select(one => one.Low)], [.. spreads.Select(one => Math.Min(1, one.High))]);
    }
}
