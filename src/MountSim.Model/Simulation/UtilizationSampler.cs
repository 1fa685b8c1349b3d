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
    private readonly long[][] _samples = new long[Most][];
    private int _count;
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
        var last = new long[1 + _kernel.Locks.Length];
        Read(last);
        return new UtilizationSamples(_interval, Simulation.Now.Picoseconds, [.. _samples.Take(_count).Append(last)]);
    }

    protected override void Resume()
    {
        Events++;
        Look();
        if (_count == Most)
        {
            // The places of those that are dropped are used again.
            for (var i = 1; i < Most / 2; i++) (_samples[i], _samples[2 * i]) = (_samples[2 * i], _samples[i]);
            _count = Most / 2;
            // The look that was dropped last is half an interval of the new length away.
            _interval *= 2;
            TimeoutAt(new SimTime(_count * _interval));
            return;
        }

        Timeout(new SimSpan(_interval));
    }

    private void Look() => Read(_samples[_count++] ??= new long[1 + _kernel.Locks.Length]);

    private void Read(long[] seen)
    {
        seen[0] = (long)(_kernel.Scheduler.BusyArea / _kernel.Scheduler.Hardware.Cpus);
        for (var i = 0; i < _kernel.Locks.Length; i++) seen[i + 1] = _kernel.Locks[i].HeldUpToNow;
    }
}
