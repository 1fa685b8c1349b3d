namespace MountSim.Calibration;

/// <summary>The host cannot be calibrated, or the measuring process failed; the message says why and what to do.</summary>
public sealed class CalibrationException : Exception
{
    /// <summary>A failure.</summary>
    public CalibrationException(string message) : base(message)
    {
    }
}
