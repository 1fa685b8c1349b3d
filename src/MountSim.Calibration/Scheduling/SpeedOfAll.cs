using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>Path walks on one CPU, then on all at once: kernel code that shares no line with the other CPUs. What it loses is their sharing of a core, a clock or a host.</summary>
internal sealed unsafe class SpeedOfAll
{
    private const double WindowSeconds = 0.005;
    private const int CallsALook = 20;
    private readonly IReadOnlyList<int> _cpus;
    private readonly NativeText _path;

    internal SpeedOfAll(IReadOnlyList<int> cpus, string directory)
    {
        _cpus = cpus;
        _path = new NativeText(directory);
    }

    /// <summary>The speed of a CPU among all busy ones over its speed alone: 1 where they do not slow each other down.</summary>
    internal double Measure()
    {
        if (_cpus.Count == 1)
            return 1;
        var alone = _cpus.Average(cpu => Walks([cpu]));
        return Walks(_cpus) / _cpus.Count / alone;
    }

    // Walks a second of all CPUs together.
    private double Walks(IReadOnlyList<int> cpus)
    {
        var rates = new double[cpus.Count];
        using var start = new Barrier(cpus.Count);
        List<Thread> threads = [.. cpus.Select((cpu, i) => new Thread(() => rates[i] = Walk(cpu, start)) { IsBackground = true, Name = "speed" })];
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return rates.Sum();
    }

    private double Walk(int cpu, Barrier start)
    {
        Affinity.Pin(cpu);
        start.SignalAndWait();
        var (begin, spent) = (Stopwatch.GetTimestamp(), ThreadClock.CpuSeconds());
        var (now, walks) = (begin, 0);
        for (; SchedulingSurvey.Seconds(begin, now) < WindowSeconds; now = Stopwatch.GetTimestamp())
        {
            for (var i = 0; i < CallsALook; i++)
                _ = Libc.Access(_path.Pointer, 0);
            walks += CallsALook;
        }

        // A second of CPU time, so that what others take of the window is not in it.
        return walks / (ThreadClock.CpuSeconds() - spent);
    }
}
