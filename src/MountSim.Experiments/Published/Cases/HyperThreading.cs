using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M3: what SMT costs.</summary>
internal static class HyperThreading
{
    private const int Containers = 100;
    private const string Siblings = "in the model it is not that siblings slow each other, as most of them spin: where fewer CPUs than starts can spin, some starts sleep while others pass, so that fewer idmapped layers are there at a time for each attach and detach to walk along";
    private const string Lines = "the starts' time goes into walks along the clones of the layers' mount, a line of the L3 each, and into how many of these there are at a time";

    private static readonly PredictRequest With = Netflix.On("m7i.metal-24xl", Containers), Without = With with { Smt = 1 };

    public static PublishedCase Case { get; } = new(
        "M3",
        "SMT off on m7i.metal-24xl: launch latency 20 to 30 % better; m7a better than m7i without SMT by about 20 %, at the same number of cores, so an m7a.12xlarge here (Netflix, 2025)",
        "The published interval and half of its value more on either side, as neither the number of starts nor their spread is given; 'about 20 %' likewise within a half",
        run =>
        [
            Row("SMT off on m7i, share of latency saved", run.Ratio(Without, With, storm => storm.StartMs), new Interval(0.25, 0.10, 0.45), Siblings),
            Row("m7a, share saved over m7i without SMT", run.Ratio(Netflix.On("m7a.12xlarge", Containers), Without, storm => storm.StartMs), Band.Within(0.2, 0.5), Lines),
        ]);

    private static ValidationRow Row(string quantity, Interval ratio, Interval band, string how) =>
        ValidationRow.InBand(quantity, "", new Interval(1 - ratio.Value, 1 - ratio.High, 1 - ratio.Low), band, how, how);
}
