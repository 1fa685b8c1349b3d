namespace MountSim.Reporting.Plots;

/// <summary>The unit of a time axis, chosen so that its labels stay short.</summary>
/// <param name="Unit">us, ms or s.</param>
/// <param name="PerMs">Units in a millisecond.</param>
internal sealed record TimeScale(string Unit, double PerMs)
{
    private const double LongestInMs = 10_000, ShortestInMs = 1;

    public static TimeScale For(double largestMs) => largestMs switch
    {
        >= LongestInMs => new TimeScale("s", 1e-3),
        >= ShortestInMs or 0 => new TimeScale("ms", 1),
        _ => new TimeScale("us", 1e3),
    };
}
