using System.Globalization;

namespace MountSim.Experiments.Planning;

/// <summary>The answer of a capacity search.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Largest">The largest value for which every target's whole interval holds; null when not even the smallest does.</param>
/// <param name="NextTried">The next larger value tried, which is not claimed; null when the largest allowed holds.</param>
/// <param name="Missed">The smallest value tried that misses for sure; null when none does.</param>
/// <param name="Knee">The largest value at which the p99 start is at most twice what it is at the smallest; null when it is not more at <see cref="NextTried"/> or the largest allowed.</param>
/// <param name="Points">All values tried, ascending.</param>
/// <param name="Settings">The scenario's settings at the smallest value.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record CapacityReport(
    CapacityQuestion Question,
    double? Largest,
    double? NextTried,
    double? Missed,
    double? Knee,
    IReadOnlyList<CapacityPoint> Points,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<string> Notes)
{
    /// <summary>True when the target holds at least at the smallest value.</summary>
    public bool IsMet => Largest is not null;

    /// <summary>How far a value in use is from the largest: 0.25 for a quarter more, negative beyond it.</summary>
    public double? Headroom(double inUse) => Largest is { } largest ? (largest / inUse) - 1 : null;

    /// <summary>The answer in a sentence.</summary>
    public string Sentence()
    {
        var targets = string.Join(" and ", Question.Targets);
        if (Largest is not { } largest)
            return string.Create(CultureInfo.InvariantCulture, $"No: {targets} does not hold even at {Question.Vary} {Question.From}.");
        var next = NextTried is { } tried
            ? string.Create(CultureInfo.InvariantCulture, $"at {tried} it is {(Points.First(point => point.Value == tried).Verdict == Verdict.Misses ? "missed" : "undecided")}")
            : "the search's end";
        return string.Create(CultureInfo.InvariantCulture, $"{targets} holds up to {Question.Vary} {largest} ({next}).");
    }
}
