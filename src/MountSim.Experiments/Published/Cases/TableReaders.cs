using MountSim.Experiments.Validation;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M5: how long a reader of the mount table waits under the storm.</summary>
internal static class TableReaders
{
    public static PublishedCase Case { get; } = new(
        "M5",
        "Reading the mount table takes upwards of 30 s under the storm (Netflix, 2025; r5.metal)",
        "'Upwards of 30 s' is an order of magnitude: from 10 s up to 300 s. Absolute, since the case names its machine",
        run => [ValidationRow.InBand("longest read of /proc/self/mountinfo", "s", run.Of(Netflix.On("r5.metal", 100), storm => storm.LongestTableReadS), new Interval(30, 10, 300))]);
}
