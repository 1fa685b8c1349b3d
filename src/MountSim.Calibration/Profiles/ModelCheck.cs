namespace MountSim.Calibration.Profiles;

/// <summary>A whole operation as measured and as the classes of work put together predict it; grace periods are left out of both.</summary>
/// <param name="Cost">The measured cost.</param>
/// <param name="MeasuredNs">Its median, ns, an empty system call taken off.</param>
/// <param name="PredictedNs">Instructions by class times nanoseconds an instruction, an empty system call taken off.</param>
public sealed record ModelCheck(string Cost, double MeasuredNs, double PredictedNs);
