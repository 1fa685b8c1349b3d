using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>One probe's word on a class of work.</summary>
/// <param name="Probe">A cost, or the slope of a law (<c>namespace.copy per mounts</c>).</param>
/// <param name="Instructions">The kernel model's count for it.</param>
/// <param name="NsPerInstruction">Measured time over that count.</param>
public sealed record ClassEvidence(string Probe, double Instructions, Interval NsPerInstruction);
