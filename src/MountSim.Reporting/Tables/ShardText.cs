using System.Globalization;
using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Tables;

/// <summary>What a sweep over many machines will take, and what of it is there, in sentences.</summary>
public static class ShardText
{
    private const double SecondsOfMinute = 60, MinutesOfHour = 60;

    /// <summary>Writes what a sweep will take.</summary>
    public static void Write(TextWriter writer, SweepEstimate estimate, int threads)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(estimate);
        Row(writer, "scenarios", Quantity.Count(estimate.Scenarios));
        Row(writer, "events", $"{Quantity.Count(estimate.Events)} (estimated)");
        Row(writer, "CPU time", $"{Time(estimate.CoreHours * SecondsOfMinute * MinutesOfHour)} of one core");
        Row(writer, "shards", estimate.Shards == 1
            ? "1"
            : string.Create(CultureInfo.InvariantCulture, $"{Quantity.Count(estimate.Shards)}; the largest has {Quantity.Count(estimate.LargestShardScenarios)} scenarios and {Quantity.Percent(estimate.Imbalance)} more work than the mean"));
        Row(writer, "time", $"{Time(estimate.LargestShardSeconds / threads)} when all shards run at once, {Quantity.Count(threads)} scenarios at a time in each");
        Row(writer, "memory", $"{Quantity.Count(Math.Ceiling(estimate.MemoryMiB(threads)))} MiB a process");
    }

    /// <summary>Writes what of a sweep or a fleet is there, and what a scheduler has to be told of the rest.</summary>
    public static void Write(TextWriter writer, ShardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(folder);
        var (missing, all) = (folder.Missing, folder.Work.Shards);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{all - missing.Count} of {all} shards are done\n"));
        foreach (var state in folder.States.Where(state => state.Problem is not null)) writer.Write(string.Create(CultureInfo.InvariantCulture, $"shard {state.Shard} is refused: its part {state.Problem}\n"));
        var failures = folder.States.Sum(state => state.Failures ?? 0);
        if (failures > 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{failures} scenarios failed\n"));
        if (missing.Count == 0) return;
        writer.Write($"missing, for Slurm:      --array={IndexList.Text(missing)}\n");
        writer.Write($"missing, index by index: {string.Join(' ', missing.Select(index => index.ToString(CultureInfo.InvariantCulture)))}\n");
    }

    private static void Row(TextWriter writer, string label, string value) => writer.Write($"{label,-10} {value}\n");

    private static string Time(double seconds) => seconds switch
    {
        < SecondsOfMinute => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < SecondsOfMinute * MinutesOfHour => string.Create(CultureInfo.InvariantCulture, $"{seconds / SecondsOfMinute:0.0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / SecondsOfMinute / MinutesOfHour:0.0} h"),
    };
}
