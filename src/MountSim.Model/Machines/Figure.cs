using MountSim.Model.Costs;

namespace MountSim.Model.Machines;

/// <summary>One number of a machine file, with where it comes from. Its unit is that of the member that holds it.</summary>
/// <param name="Interval">
/// Value and bounds. For transfers the bounds are the 5th and 95th percentile over pairs of CPUs; elsewhere what is thought possible.
/// </param>
/// <param name="Source">Publication, data set or reasoning, in words.</param>
/// <param name="Guess">True when nobody measured it on this machine.</param>
public sealed record Figure(Interval Interval, string Source, bool Guess)
{
    /// <summary>The best single value.</summary>
    public double Value => Interval.Value;
}
