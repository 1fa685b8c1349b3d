using System.Globalization;
using MountSim.Experiments.Validation;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

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
                "share of the kernel's CPU time spent spinning", "", run.Of(Storm, result => (double)result.SpinCpuPs / result.SystemCpuPs), Band.AtLeast(0.955, 0.855) with { High = 1 },
                remark: string.Create(CultureInfo.InvariantCulture, $"where the CPUs spin is not as reported: {run.Of(Storm, OnMountLock).Value:P1} of it is path walks on mount_lock's sequence, which is odd {run.Of(Storm, Odd).Value:P0} of the time; the rest is optimistic spinning for namespace_sem")),
        ]);

    private static double OnMountLock(StormResult result) => MountLock(result).Walks.Waits.Sum / result.SpinCpuPs;

    private static double Odd(StormResult result) => (double)MountLock(result).Statistics(Model.Kernels.LockMode.Write).HoldTotal / result.MakespanPs;

    private static SeqLock MountLock(StormResult result) => (SeqLock)result.Locks[result.Definitions.Index().First(item => item.Item.Symbol == "mount_lock").Index];
}
