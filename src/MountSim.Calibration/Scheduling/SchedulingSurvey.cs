using System.Diagnostics;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// What the scheduler costs where tasks sleep and wake each other: CPU time of a switch, how much CPUs slow each other down (guests are not told which of
/// their CPUs are siblings of one core), how long tasks take turns, grace periods that follow each other, with the CPU time of the thread that runs them, and what is freed later.
/// </summary>
internal sealed class SchedulingSurvey
{
    // More would be more threads than the figure is worth.
    private const int MostCpus = 64;
    private readonly IReadOnlyList<int> _cpus;
    private readonly SpeedOfAll _speed;
    private readonly GraceUmounts? _umounts;
    private readonly FreeLoops? _frees;

    /// <param name="directory">The working directory.</param>
    /// <param name="topology">The CPUs.</param>
    /// <param name="mounts">True where mounts may be made.</param>
    internal SchedulingSurvey(string directory, HostTopology topology, bool mounts)
    {
        _cpus = [.. topology.Cpus.Take(MostCpus)];
        var room = new Room(directory, topology.Cpus[^1], 0, mounts, "scheduling");
        _speed = new SpeedOfAll(_cpus, directory);
        _umounts = mounts ? new GraceUmounts(room, _cpus) : null;
        _frees = mounts ? new FreeLoops(room) : null;
    }

    /// <summary>One round of everything.</summary>
    internal SchedulingRound Round() => new(TaskSwitches.Measure(_cpus.Count), _speed.Measure(), TimeSlices.Measure(_cpus[^1]), _umounts?.Measure(), _frees?.Measure());

    /// <summary>Seconds between two stamps of the clock.</summary>
    internal static double Seconds(long from, long to) => (to - from) / (double)Stopwatch.Frequency;
}
