using System.Globalization;
using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M4: how much of the kernel's CPU time is spinning when the locks are saturated.</summary>
internal static class SpinningShare
{
    private static readonly PredictRequest Storm = Netflix.On("m7i.metal-24xl", 100);

    public static PublishedCase Case { get; } = new(
        "M4",
        "95.5 % of pipeline slots stalled on contested accesses, in path_init() polling mount_lock (Netflix, 2025; an Intel machine)",
        "Compared: the share of the kernel's CPU time that is spinning, at saturation. Slots are not time: ten points below, and no more than all",
        run =>
        [
            ValidationRow.InBand(
                "share of the kernel's CPU time spent spinning", "", run.Of(Storm, storm => storm.SpinShare), Band.AtLeast(0.955, 0.855) with { High = 1 },
                remark: string.Create(CultureInfo.InvariantCulture, $"where the CPUs spin is not as reported: {run.Of(Storm, storm => storm.WalksOfSpinning).Value:P1} of it is path walks on mount_lock's sequence, which is odd {run.Of(Storm, storm => storm.SequenceOdd).Value:P0} of the time; the rest is optimistic spinning for namespace_sem")),
        ]);
}
