using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>One figure of two profiles.</summary>
/// <param name="Figure">What it is.</param>
/// <param name="First">In the first.</param>
/// <param name="Second">In the second.</param>
/// <param name="Agrees">True when they differ by no more than their errors together.</param>
public sealed record AgreementRow(string Figure, Interval First, Interval Second, bool Agrees);
