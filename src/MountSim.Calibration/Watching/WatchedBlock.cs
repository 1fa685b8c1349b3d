using System.Text.Json.Serialization;
using MountSim.Calibration.Estimators;

namespace MountSim.Calibration.Watching;

/// <summary>A block of samples of one operation.</summary>
/// <param name="LongestNs">By sample: the longest call of the other thread that overlapped the operation, ns.</param>
/// <param name="DurationNs">By sample: the operation's own length, ns.</param>
/// <param name="UsualNs">By sample: the longest call of the other thread in a calm stretch just before, ns.</param>
public sealed record WatchedBlock(double[] LongestNs, double[] DurationNs, double[] UsualNs)
{
    /// <summary>The usual length of the other thread's call, ns.</summary>
    [JsonIgnore]
    public double BaseNs => Quantiles.Median(UsualNs);

    /// <summary>By sample: how long the operation kept the other thread waiting, ns.</summary>
    [JsonIgnore]
    public double[] StallNs
    {
        get
        {
            var usual = BaseNs;
            return [.. LongestNs.Select(longest => Math.Max(0, longest - usual))];
        }
    }
}
