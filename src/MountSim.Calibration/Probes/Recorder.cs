using System.Diagnostics;

namespace MountSim.Calibration.Probes;

/// <summary>Time stamps of one block, in arrays made before it starts: recording allocates nothing.</summary>
internal sealed class Recorder
{
    private readonly long[][] _ticks;
    private readonly int[] _counts;
    private long _start;

    internal Recorder(int costs, int capacity)
    {
        _ticks = new long[costs][];
        for (var i = 0; i < costs; i++)
            _ticks[i] = new long[capacity];
        _counts = new int[costs];
    }

    /// <summary>Starts the clock.</summary>
    internal void Start() => _start = Stopwatch.GetTimestamp();

    /// <summary>Stops the clock and files the time under <paramref name="cost"/>.</summary>
    internal void Stop(int cost)
    {
        var ticks = Stopwatch.GetTimestamp() - _start;
        if (_counts[cost] < _ticks[cost].Length)
            _ticks[cost][_counts[cost]++] = ticks;
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear() => Array.Clear(_counts);

    /// <summary>The samples of a cost in the order taken, nanoseconds.</summary>
    internal double[] Nanoseconds(int cost)
    {
        var samples = new double[_counts[cost]];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = _ticks[cost][i] * (1e9 / Stopwatch.Frequency);
        return samples;
    }
}
