using MountSim.Experiments;

namespace MountSim.Cli.Verbs;

/// <summary>Shows the progress of predictions, or of real bursts, on the line.</summary>
internal sealed class PredictProgressReporter(ProgressLine line, string verb) : IProgress<PredictProgress>
{
    public void Report(PredictProgress value) => line.Show(verb, value.Done, value.Total, value.Unit);
}
