using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>A cost as a straight line over its parameter: <c>base + slope x parameter</c>, nanoseconds.</summary>
/// <param name="Name">The cost.</param>
/// <param name="Parameter">What it depends on.</param>
/// <param name="BaseNs">The line at 0.</param>
/// <param name="SlopeNs">A further unit's cost.</param>
/// <param name="WorstResidual">The largest distance of a measured median from the line, relative to the median.</param>
public sealed record MeasuredLaw(string Name, string Parameter, Interval BaseNs, Interval SlopeNs, double WorstResidual);
