using System.Diagnostics;

namespace MountSim.Calibration.Bursts;

/// <summary>Wall time by call of a start, summed over the starts of one thread.</summary>
internal sealed class OperationTimes(int calls)
{
    private readonly long[] _ticks = new long[calls];
    private readonly long[] _counts = new long[calls];

    /// <summary>Adds one.</summary>
    internal void Add(int call, long ticks)
    {
        _ticks[call] += ticks;
        _counts[call]++;
    }

    /// <summary>How often a call was made.</summary>
    internal long Count(int call) => _counts[call];

    /// <summary>All of its time, ns.</summary>
    internal double Nanoseconds(int call) => _ticks[call] * (1e9 / Stopwatch.Frequency);

    /// <summary>The sum of several threads'.</summary>
    internal static OperationTimes Sum(IEnumerable<OperationTimes> parts, int calls)
    {
        var sum = new OperationTimes(calls);
        foreach (var part in parts)
        {
            for (var i = 0; i < calls; i++)
            {
                sum._ticks[i] += part._ticks[i];
                sum._counts[i] += part._counts[i];
            }
        }

        return sum;
    }
}
