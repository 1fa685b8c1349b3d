using MountSim.Model;

namespace MountSim.Reporting.Timelines;

/// <summary>Which part of a replication a trace shows.</summary>
/// <param name="FromPs">Where it begins, ps.</param>
/// <param name="ToPs">Where it ends, ps.</param>
/// <param name="MostEvents">It ends earlier when it has this many events.</param>
public sealed record TraceWindow(long FromPs, long ToPs, long MostEvents)
{
    /// <summary>Twice what the default prediction has; a viewer in a browser takes it: about 220 MB of JSON, 40 MB compressed.</summary>
    public const int DefaultMostEvents = 2_000_000;

    private const double PsPerMs = 1e9;

    /// <summary>From an instant on, for a time; null: to the end.</summary>
    /// <param name="fromMs">Where it begins, ms.</param>
    /// <param name="forMs">How long it is, ms.</param>
    /// <param name="mostEvents">It ends earlier when it has this many events.</param>
    public static TraceWindow Of(double fromMs, double? forMs, long mostEvents = DefaultMostEvents) =>
        new((long)(fromMs * PsPerMs), forMs is { } length ? (long)((fromMs + length) * PsPerMs) : long.MaxValue, mostEvents);

    /// <summary>The format that a file's name asks for: compressed or not.</summary>
    /// <exception cref="ModelException">The name ends in something else.</exception>
    public static bool IsCompressed(string option, string path)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return false;
        if (path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase)) return true;
        throw new ModelException(option, $"'{path}' names no known format; allowed: a name that ends in .json or .json.gz");
    }
}
