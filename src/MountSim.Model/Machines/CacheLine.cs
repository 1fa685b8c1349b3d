using System.Runtime.CompilerServices;
using MountSim.Engine;

namespace MountSim.Model.Machines;

/// <summary>
/// One contended cache line: a server that serves one transfer at a time. A write (store or atomic) by a CPU that does not own the line is one ownership
/// transfer; a read by a CPU without a copy is one read transfer, and a later write by it one upgrade. Costs of locks follow from these.
/// </summary>
/// <remarks>
/// Completion times are computed when a request arrives, so a request costs no event. Pollers that spin on the line re-fetch it after every write,
/// one behind the other; a request that comes meanwhile finds itself at a random place among them, on average in the middle
/// (Boyd-Wickizer et al., "Non-scalable locks are dangerous", OLS 2012; lock-theory 4.9).
/// </remarks>
public sealed class CacheLine
{
    private readonly Hardware _hardware;
    private readonly RandomStream _random;
    private readonly int[] _copyVersion;
    private int _version = 1;
    private int _owner;
    private bool _exclusive;
    private long _busyUntil;
    private long _polledUntil;

    /// <summary>A line that CPU 0 owns.</summary>
    public CacheLine(Hardware hardware, RandomStream random)
    {
        _hardware = hardware;
        _random = random;
        _copyVersion = new int[hardware.Cpus];
        _copyVersion[0] = 1;
        _exclusive = true;
    }

    /// <summary>CPUs that spin on the line with loads.</summary>
    public int Pollers { get; set; }

    /// <summary>When a store or atomic is done, ps.</summary>
    /// <param name="now">When it is issued, ps.</param>
    /// <param name="cpu">Who issues it.</param>
    /// <param name="transfers">Transfers by distance, counted up.</param>
    public long Write(long now, int cpu, long[] transfers)
    {
        if (_owner == cpu && _exclusive && Pollers == 0) return now + _hardware.LocalAtomicPs;
        var start = StartOf(now);
        long cost;
        if (_copyVersion[cpu] == _version)
        {
            // Held shared: the other copies are invalidated. The dearest of them is the last owner's or a mean one.
            var other = _owner == cpu ? _hardware.MeanTransferPs[cpu] : _hardware.Transfer(_owner, cpu);
            cost = (long)(_hardware.UpgradeShare * other);
        }
        else
        {
            cost = Transfer(cpu, transfers);
        }

        _owner = cpu;
        _exclusive = true;
        _version++;
        _copyVersion[cpu] = _version;
        _busyUntil = start + cost + _hardware.LocalAtomicPs;
        if (Pollers > 0)
        {
            _polledUntil = _busyUntil + (Pollers * _hardware.MeanTransferPs[cpu]);
            _exclusive = false;
        }

        return _busyUntil;
    }

    /// <summary>When a load is done, ps.</summary>
    /// <param name="now">When it is issued, ps.</param>
    /// <param name="cpu">Who issues it.</param>
    /// <param name="transfers">Transfers by distance, counted up.</param>
    public long Read(long now, int cpu, long[] transfers)
    {
        if (_copyVersion[cpu] == _version) return now + _hardware.HitPs;
        _exclusive = false;
        _copyVersion[cpu] = _version;
        _busyUntil = StartOf(now) + Transfer(cpu, transfers);
        return _busyUntil;
    }

    /// <summary>The owner works on without letting go of the line.</summary>
    /// <param name="until">To this instant, ps.</param>
    /// <returns>The instant.</returns>
    public long KeepUntil(long until)
    {
        _busyUntil = Math.Max(_busyUntil, until);
        return until;
    }

    // What it costs to fetch the line from its owner; counted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Transfer(int cpu, long[] transfers)
    {
        var distance = (int)_hardware.DistanceBetween(_owner, cpu);
        transfers[distance]++;
        return _hardware.TransferPs[distance];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StartOf(long now)
    {
        var start = Math.Max(now, _busyUntil);
        if (_polledUntil <= start) return start;
        start += (long)(_random.NextDouble() * (_polledUntil - start));
        return start;
    }
}
