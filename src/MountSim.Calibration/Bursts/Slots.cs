using System.Diagnostics;

namespace MountSim.Calibration.Bursts;

/// <summary>The starts in flight: a thread each, which starts one container after the other. All begin at one moment.</summary>
internal sealed class Slots
{
    private readonly int _containers;
    private readonly Func<Action<int, long>> _slot;
    private readonly TaskCompletionSource _go = new();
    private readonly TaskCompletionSource _ready = new();
    private readonly List<BurstThread> _threads = [];
    private int _unready;
    private Exception? _failure;
    private long _begin;
    private long _end;
    private int _next;

    /// <summary>Makes their threads, which wait.</summary>
    /// <param name="containers">Containers to start.</param>
    /// <param name="concurrency">Starts in flight.</param>
    /// <param name="slot">Called on each thread: what it does to start a container, given its number and the timestamp of its issue.</param>
    internal Slots(int containers, int concurrency, Func<Action<int, long>> slot)
    {
        (_containers, _slot, _unready) = (containers, slot, concurrency);
        for (var i = 0; i < concurrency; i++)
            _threads.Add(new BurstThread("slot", Work));
        _ready.Task.Wait();
    }

    /// <summary>From the first issue to the last container started, ns.</summary>
    internal long MakespanNs => ToNs(Volatile.Read(ref _end) - _begin);

    /// <summary>Timestamp of the first issue.</summary>
    internal long Begin => _begin;

    /// <summary>Lets them begin and waits for the end.</summary>
    /// <returns>False when the time was over before.</returns>
    internal bool Run(TimeSpan limit)
    {
        _begin = Stopwatch.GetTimestamp();
        _go.SetResult();
        var done = _threads.TrueForAll(thread => thread.Join(limit - Stopwatch.GetElapsedTime(_begin) is { Ticks: > 0 } left ? left : TimeSpan.Zero));
        if (_failure is { } failure)
            throw new CalibrationException(failure.Message);
        return done;
    }

    /// <summary>Timestamps as nanoseconds.</summary>
    internal static long ToNs(long ticks) => (long)(ticks * (1e9 / Stopwatch.Frequency));

    private void Work()
    {
        try
        {
            var start = _slot();
            Ready();
            _go.Task.Wait();
            // Those of the first wave are issued at once, whenever their thread gets a CPU.
            var issued = _begin;
            int number;
            while (_failure is null && (number = Interlocked.Increment(ref _next) - 1) < _containers)
            {
                start(number, issued);
                issued = Stopwatch.GetTimestamp();
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            Ready();
        }

        Last(Stopwatch.GetTimestamp());
    }

    private void Ready()
    {
        if (Interlocked.Decrement(ref _unready) == 0)
            _ready.SetResult();
    }

    private void Last(long moment)
    {
        long seen;
        while ((seen = Volatile.Read(ref _end)) < moment && Interlocked.CompareExchange(ref _end, moment, seen) != seen)
        {
        }
    }
}
