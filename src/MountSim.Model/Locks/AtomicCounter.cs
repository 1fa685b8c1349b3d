using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Locks;

/// <summary>
/// A counter that CPUs add to with atomics. There is no holder: each atomic is one ownership transfer, and a core that has the line executes a burst of atomics
/// before it loses it, so in a tight loop an addition costs t_local + t_transfer / burst (hardware reference 2.3). Between other work the burst is 1.
/// </summary>
/// <param name="scheduler">The machine.</param>
/// <param name="line">The counter's line.</param>
public sealed class AtomicCounter(Scheduler scheduler, CacheLine line)
{
    /// <summary>The counter's value.</summary>
    public long Value { get; private set; }

    /// <summary>Additions and transfers.</summary>
    public LockStatistics Statistics { get; } = new();

    /// <summary>Adds a burst of ones.</summary>
    /// <returns>Picoseconds it takes.</returns>
    public long Add(SimTask task, int burst = 1)
    {
        var now = scheduler.Simulation.Now.Picoseconds;
        Value += burst;
        Statistics.CountFree(burst);
        var done = line.Write(now, task.Cpu, Statistics.Transfers);
        return line.KeepUntil(done + ((burst - 1) * scheduler.Hardware.LocalAtomicPs)) - now;
    }
}
