using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M13: sandboxed runtimes leave the host's mount locks alone.</summary>
internal static class SandboxedPods
{
    private static readonly PredictRequest Alone = new PredictRequest { Runtime = "kata-virtiofs" }.With(workload => workload with { Containers = 1 });

    private static readonly PredictRequest Parallel = Alone.With(workload => workload with { Containers = 50 });

    public static PublishedCase Case { get; } = new(
        "M13",
        "A Kata pod takes 0.85 to 0.95 s alone and 1.6 to 1.8 s when 50 start (containerd 1.7, Kata 2.5.2; kuasar.io)",
        "The machine is not stated, and the model's CPU of a pod is a guess from the first figure: so the mount locks are judged. They may take a tenth of a start at most, and may not slow it more than was seen, 1.6/0.95 to 1.8/0.85",
        run =>
        [
            ValidationRow.InBand("share of a start that waits for locks, of 50", "", run.Of(Parallel, storm => storm.WaitShare), new Interval(0, 0, 0.1)),
            ValidationRow.InBand("start of 50 over one alone", "", run.Ratio(Parallel, Alone, storm => storm.StartMs), Band.AtMost(1.9, 1.8 / 0.85)),
        ]);
}
