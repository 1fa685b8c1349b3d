using MountSim.Engine;

namespace MountSim.Model.Simulation;

/// <summary>
/// Looks at the CPUs and the locks at even intervals and writes down how long each has been busy or held so far. When it has many looks it drops every second one
/// and looks half as often: a replication of a millisecond and one of a minute come to about as many. It reads and changes nothing.
/// </summary>
internal sealed class UtilizationSampler : Process
{
    private const int Most = 256;
    private const long FirstIntervalPs = 10_000_000; // 10 us: a single container's start has a thousand

    private readonly SimKernel _kernel;
    private readonly List<long[]> _samples = [];
    private long _interval = FirstIntervalPs;

    public UtilizationSampler(Engine.Simulation simulation, SimKernel kernel) : base(simulation)
    {
        _kernel = kernel;
        Look();
        Timeout(new SimSpan(_interval));
    }

    /// <summary>Looks that were events of the simulation.</summary>
    public long Events { get; private set; }

    /// <summary>What was seen, with a last look now.</summary>
    public UtilizationSamples Finish()
    {
        var last = Read();
        return new UtilizationSamples(_interval, Simulation.Now.Picoseconds, [.. _samples.Append(last).Select(one => (IReadOnlyList<long>)one)]);
    }

    protected override void Resume()
    {
        Events++;
        Look();
        if (_samples.Count == Most)
        {
            for (var i = 1; i < Most / 2; i++) _samples[i] = _samples[2 * i];
            _samples.RemoveRange(Most / 2, Most / 2);
            // The look that was dropped last is half an interval of the new length away.
            _interval *= 2;
            TimeoutAt(new SimTime(_samples.Count * _interval));
            return;
        }

        Timeout(new SimSpan(_interval));
    }

    private void Look() => _samples.Add(Read());

    private long[] Read()
    {
        var seen = new long[1 + _kernel.Locks.Length];
        seen[0] = (long)(_kernel.Scheduler.BusyArea / _kernel.Scheduler.Hardware.Cpus);
        for (var i = 0; i < _kernel.Locks.Length; i++) seen[i + 1] = _kernel.Locks[i].HeldUpToNow;
        return seen;
    }
}
