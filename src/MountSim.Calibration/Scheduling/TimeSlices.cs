using System.Diagnostics;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// Threads that compute on one CPU and take turns there. A turn is a slice up to the next tick of the clock that sees its end (kernel/sched/fair.c v6.6 update_deadline,
/// called by the tick), so that it is longer than the kernel's base slice.
/// </summary>
internal static class TimeSlices
{
    private const int Threads = 2;
    private const double WindowSeconds = 0.04;
    // Longer without the CPU than an interrupt takes it, shorter than any slice.
    private const double TurnOverSeconds = 2e-4;

    /// <summary>The median turn, ns; null when none began and ended in the window.</summary>
    internal static double? Measure(int cpu)
    {
        var turns = new List<double>[Threads];
        using var start = new Barrier(Threads);
        List<Thread> threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() => turns[i] = Compute(cpu, start)) { IsBackground = true, Name = "slice" })];
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        double[] all = [.. turns.SelectMany(own => own)];
        return all.Length == 0 ? null : 1e9 * Quantiles.Median(all);
    }

    // Whole turns, seconds: not the first, which began before the look, and not the last, which the window cuts off.
    private static List<double> Compute(int cpu, Barrier start)
    {
        Affinity.Pin(cpu);
        start.SignalAndWait();
        List<double> turns = [];
        long? began = null;
        var begin = Stopwatch.GetTimestamp();
        for (long now, last = begin; SchedulingSurvey.Seconds(begin, last) < WindowSeconds; last = now)
        {
            now = Stopwatch.GetTimestamp();
            if (SchedulingSurvey.Seconds(last, now) < TurnOverSeconds)
                continue;
            if (began is { } first)
                turns.Add(SchedulingSurvey.Seconds(first, last));
            began = now;
        }

        return turns;
    }
}
