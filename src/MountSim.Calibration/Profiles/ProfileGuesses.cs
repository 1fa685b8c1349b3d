using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>Parameters of the simulation that no calibration of a small host can measure; labelled guesses.</summary>
/// <param name="DirtyShare">Share of the per-CPU lines of a shared mount that another CPU owns, 0 to 1.</param>
/// <param name="ParallelLoads">Independent loads that overlap in a loop over CPUs.</param>
public sealed record ProfileGuesses(Interval DirtyShare, Interval ParallelLoads)
{
    /// <summary>The design's: half of the lines with anything possible, four loads at a time, two to eight.</summary>
    public static ProfileGuesses Default { get; } = new(new Interval(0.5, 0, 1), new Interval(4, 2, 8));
}
