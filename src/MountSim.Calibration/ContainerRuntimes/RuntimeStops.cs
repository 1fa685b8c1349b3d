using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Bursts;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>Deletes containers whose program has ended, beside further starts, as an engine's shim does: as many threads as there are starts in flight.</summary>
internal sealed class RuntimeStops : IDisposable
{
    private readonly BlockingCollection<RuntimeContainer> _started = [];
    private readonly List<BurstThread> _threads = [];
    private readonly RuntimePlace _place;
    private Exception? _failure;
    private long _end;

    internal RuntimeStops(RuntimePlace place, int threads)
    {
        _place = place;
        for (var i = 0; i < threads; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"stop{i}");
            _threads.Add(new BurstThread(name, () => Work(new RuntimeStarts(_place, name))));
        }
    }

    /// <summary>Timestamp of the last deletion's end.</summary>
    internal long End => Volatile.Read(ref _end);

    /// <summary>A container has started.</summary>
    internal void Add(RuntimeContainer container) => _started.Add(container);

    /// <summary>No more start: waits until all are deleted.</summary>
    /// <returns>False when the time was over before.</returns>
    internal bool Finish(TimeSpan limit)
    {
        _started.CompleteAdding();
        var begin = Stopwatch.GetTimestamp();
        var done = _threads.TrueForAll(thread => thread.Join(limit - Stopwatch.GetElapsedTime(begin) is { Ticks: > 0 } left ? left : TimeSpan.Zero));
        return _failure is { } failure ? throw new CalibrationException(failure.Message) : done;
    }

    /// <inheritdoc/>
    public void Dispose() => _started.Dispose();

    private void Work(RuntimeStarts starts)
    {
        try
        {
            foreach (var container in _started.GetConsumingEnumerable())
            {
                starts.Stop(container);
                Interlocked.Exchange(ref _end, Stopwatch.GetTimestamp());
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
        }
    }
}
