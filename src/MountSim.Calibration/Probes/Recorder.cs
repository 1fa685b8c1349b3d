using System.Diagnostics;

namespace MountSim.Calibration.Probes;

/// <summary>Time stamps of one block, in arrays made before it starts: recording allocates nothing.</summary>
internal sealed class Recorder
{
    private readonly long[][] _ticks;
    private readonly long[][] _starts;
    private readonly int[] _counts;
    private long _start;

    private static double NsPerTick => 1e9 / Stopwatch.Frequency;

    internal Recorder(int costs, int capacity)
    {
        _ticks = [.. Enumerable.Range(0, costs).Select(_ => new long[capacity])];
        _starts = [.. Enumerable.Range(0, costs).Select(_ => new long[capacity])];
        _counts = new int[costs];
    }

    /// <summary>Starts the clock.</summary>
    internal void Start() => _start = Stopwatch.GetTimestamp();

    /// <summary>Stops the clock and files the time under <paramref name="cost"/>.</summary>
    internal void Stop(int cost)
    {
        var ticks = Stopwatch.GetTimestamp() - _start;
        var count = _counts[cost];
        if (count >= _ticks[cost].Length)
            return;
        _ticks[cost][count] = ticks;
        _starts[cost][count] = _start;
        _counts[cost] = count + 1;
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear() => Array.Clear(_counts);

    /// <summary>The samples of a cost in the order taken, nanoseconds.</summary>
    internal double[] Nanoseconds(int cost)
    {
        var samples = new double[_counts[cost]];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = _ticks[cost][i] * NsPerTick;
        return samples;
    }

    /// <summary>When each sample of a cost began and ended, in the order taken, nanoseconds of the monotonic clock.</summary>
    internal IReadOnlyList<(double From, double To)> Windows(int cost) =>
    [
        .. Enumerable.Range(0, _counts[cost]).Select(i => (From: _starts[cost][i] * NsPerTick, To: (_starts[cost][i] + _ticks[cost][i]) * NsPerTick)),
    ];
}
