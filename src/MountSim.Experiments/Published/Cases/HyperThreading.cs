using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M3: what SMT costs.</summary>
internal static class HyperThreading
{
    private const int Containers = 100;
    private const string Siblings = "in the model one holder of namespace_sem decides the pace, and 15 of 96 CPUs are busy, so its sibling is mostly idle. In the article every CPU is, polling mount_lock in path_init; who walks so many paths while the starts wait for namespace_sem is not said";
    private const string Lines = "the starts' time goes into a walk along the clones of the layers' mount, one load after the other: how many of these lines another L3 has changed since, between none and all, decides the order of the two machines. The article compares equal numbers of cores; here m7a has all its 96, and 48 of them save no more";

    private static readonly PredictRequest With = Netflix.On("m7i.metal-24xl", Containers), Without = With with { Smt = 1 };

    public static PublishedCase Case { get; } = new(
        "M3",
        "SMT off on m7i.metal-24xl: launch latency 20 to 30 % better; m7a better than m7i without SMT by about 20 %, at the same number of cores (Netflix, 2025)",
        "The published interval and half of its value more on either side, as neither the number of starts nor their spread is given; 'about 20 %' likewise within a half",
        run =>
        [
            Row("SMT off on m7i, share of latency saved", run.Ratio(Without, With, PublishedRun.StartMs), new Interval(0.25, 0.10, 0.45), Siblings),
            Row("m7a, share saved over m7i without SMT", run.Ratio(Netflix.On("m7a.24xlarge", Containers), Without, PublishedRun.StartMs), Band.Within(0.2, 0.5), Lines),
        ]);

    private static ValidationRow Row(string quantity, Interval ratio, Interval band, string why) =>
        ValidationRow.InBand(quantity, "", new Interval(1 - ratio.Value, 1 - ratio.High, 1 - ratio.Low), band, why);
}
