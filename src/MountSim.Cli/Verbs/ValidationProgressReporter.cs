using MountSim.Experiments.Validation;

namespace MountSim.Cli.Verbs;

/// <summary>Shows a suite's progress on the line.</summary>
internal sealed class ValidationProgressReporter(ProgressLine line) : IProgress<ValidationProgress>
{
    public void Report(ValidationProgress value) => line.Show("validate", value.Done, value.Total, value.Unit);
}
