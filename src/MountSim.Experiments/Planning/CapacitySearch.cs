namespace MountSim.Experiments.Planning;

/// <summary>The largest value of which something holds, where it holds up to there and not beyond: doubles, then splits.</summary>
/// <param name="from">The smallest value.</param>
/// <param name="to">The largest value.</param>
/// <param name="resolution">The share of the answer that is not split further.</param>
/// <param name="snap">The nearest value that is allowed.</param>
internal sealed class CapacitySearch(double from, double to, double resolution, Func<double, double> snap)
{
    /// <summary>Searches.</summary>
    /// <param name="holds">Whether it holds at a value.</param>
    /// <returns>The largest that holds and the next larger tried that does not; null for none.</returns>
    public (double? Largest, double? Next) Run(Func<double, bool> holds)
    {
        if (!holds(from)) return (null, from);
        var (low, high) = (from, from);
        while (low < to)
        {
            high = Math.Min(to, Math.Max(snap(2 * low), snap(low + 1)));
            if (!holds(high)) return Split(low, high, holds);
            low = high;
        }

        return (to, null);
    }

    private (double? Largest, double? Next) Split(double low, double high, Func<double, bool> holds)
    {
        while (high - low > resolution * low)
        {
            // The geometric mean halves what is left in ratio; near the end the arithmetic one still lies between.
            var middle = snap(Math.Sqrt(low * high));
            if (middle <= low || middle >= high) middle = snap((low + high) / 2);
            if (middle <= low || middle >= high) break;
            if (holds(middle)) low = middle;
            else high = middle;
        }

        return (low, high);
    }
}
