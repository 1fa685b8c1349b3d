using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>What looking on cost.</summary>
/// <param name="KprobeNs">One kprobe on a lock function, ns: the median, and the middle 95 % of operations; taken off the holds. Null without kprobes.</param>
/// <param name="StackNs">One stack of a waiter, ns; none is taken while something is measured but of locks without a name. Null without tracepoints.</param>
/// <param name="TracedThroughput">Throughput with the tracepoints on over that with them off, all curves' points; null without tracepoints.</param>
/// <param name="LostEvents">Events that the tracer lost; they are missing in the waits.</param>
public sealed record ObserverCost(Interval? KprobeNs, double? StackNs, Interval? TracedThroughput, long LostEvents);
