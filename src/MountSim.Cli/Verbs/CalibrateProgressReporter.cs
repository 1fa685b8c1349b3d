using MountSim.Calibration;
using MountSim.Reporting;

namespace MountSim.Cli.Verbs;

/// <summary>Shows a calibration's progress on the line.</summary>
internal sealed class CalibrateProgressReporter(ProgressLine line) : IProgress<CalibrationProgress>
{
    public void Report(CalibrationProgress value)
    {
        var error = value.RelativeError is { } widest ? $", widest interval {Quantity.Percent(widest)}" : "";
        line.Show($"calibrate: {value.Phase}, {Quantity.Percent(value.Fraction)}{error}", value.Left);
    }
}
