using MountSim.Calibration;
using MountSim.Reporting;

namespace MountSim.Cli.Verbs;

/// <summary>Shows a calibration's progress on the line.</summary>
internal sealed class CalibrateProgressReporter(ProgressLine line) : IProgress<CalibrationProgress>
{
    private const double Sensible = 10; // the first rounds' intervals say nothing yet

    public void Report(CalibrationProgress value)
    {
        var error = value.RelativeError is < Sensible and { } widest ? $", widest interval {Quantity.Percent(widest)}" : "";
        line.Show($"calibrate: {value.Phase}, {Quantity.Percent(value.Fraction)}{error}", value.Left);
    }
}
