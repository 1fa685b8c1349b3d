using System.Globalization;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Verbs;

/// <summary>Shows a sweep's progress on the line: rows, rows a second, time left.</summary>
internal sealed class SweepProgressReporter(ProgressLine line, TimeProvider clock) : IProgress<SweepProgress>
{
    private readonly long started = clock.GetTimestamp();

    public void Report(SweepProgress value)
    {
        var elapsed = clock.GetElapsedTime(started);
        var rate = elapsed > TimeSpan.Zero ? value.Done / elapsed.TotalSeconds : 0;
        TimeSpan? left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Before - value.Done) / rate) : null;
        line.Show(string.Create(CultureInfo.InvariantCulture, $"sweep: {value.Before + value.Done} of {value.Total} rows, {rate:0.0} rows/s"), left);
    }
}
