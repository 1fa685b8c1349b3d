using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Fleets;

/// <summary>What the mitigation that helps most does for one host of a class.</summary>
/// <param name="Name">The mitigation's.</param>
/// <param name="Change">What differs from the class as planned, NAME=VALUE with blanks between.</param>
/// <param name="StartP99Ms">99th percentile of start times with it, ms.</param>
/// <param name="Ratio">Start time with it over that without, or makespan over makespan where that is the target: below 1.</param>
/// <param name="RatioLow">Lower bound of its 95 % interval.</param>
/// <param name="RatioHigh">Upper bound, below 1 too.</param>
/// <param name="Price">What it costs, as published, or labelled as a guess; null when nobody says.</param>
public sealed record FleetMitigation(string Name, string Change, double StartP99Ms, double Ratio, double RatioLow, double RatioHigh, string? Price)
{
    /// <summary>The best of a comparison of mitigations; null when none helps for sure.</summary>
    public static FleetMitigation? BestOf(ComparisonReport mitigations)
    {
        ArgumentNullException.ThrowIfNull(mitigations);
        if (mitigations.Best is not { } best) return null;
        var gain = mitigations.Ranked(best);
        return new FleetMitigation(best.Variant.Name, best.Variant.Change, best.Summary.StartP99Ms, gain.Ratio, gain.RatioLow, gain.RatioHigh, best.Variant.Mitigation?.Price);
    }
}
