namespace MountSim.Calibration;

/// <summary>How far a calibration is.</summary>
/// <param name="Phase">What it does now, for a reader.</param>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Elapsed">Since the start.</param>
/// <param name="Left">The rest, an estimate; null while unknown.</param>
/// <param name="RelativeError">The widest relative error of a mean so far; null while unknown.</param>
public sealed record CalibrationProgress(string Phase, double Fraction, TimeSpan Elapsed, TimeSpan? Left, double? RelativeError);
