namespace MountSim.Experiments;

/// <summary>How busy something was in the course of a burst: the mean over replications in each of some equal spans of time, 0 to 1. A burst that is over is idle.</summary>
/// <param name="Name">CPU, or a lock's name on this kernel.</param>
/// <param name="SpanMs">Length of a span, ms.</param>
/// <param name="Mean">A number a span.</param>
/// <param name="Low">95 % interval of the mean, lower.</param>
/// <param name="High">95 % interval of the mean, upper; at most 1.</param>
public sealed record UtilizationSeries(string Name, double SpanMs, IReadOnlyList<double> Mean, IReadOnlyList<double> Low, IReadOnlyList<double> High);
