using MountSim.Experiments;

namespace MountSim.Cli.Verbs;

/// <summary>Shows a prediction's progress on the line.</summary>
internal sealed class PredictProgressReporter(ProgressLine line) : IProgress<PredictProgress>
{
    public void Report(PredictProgress value) => line.Show("predict", value.Done, value.Total, value.Unit);
}
