using System.CommandLine;
using System.Globalization;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Model;
using MountSim.Reporting.Files;
using MountSim.Reporting.Timelines;

namespace MountSim.Cli.Verbs;

/// <summary>The options of <c>--trace</c>, and the file: one replication, written while it runs.</summary>
internal sealed class TraceOutput
{
    private const double LongestMs = 1e7; // beyond the time at which a replication is given up (a day)

    private readonly TextOption path = new("--trace", "FILE", "Write a trace of the first replication, as .json or .json.gz: CPUs, locks, waits and grace periods, for ui.perfetto.dev or chrome://tracing");
    private readonly RealOption from = new("--trace-from", "Where the trace begins, ms of simulated time", 0, LongestMs, 0);
    private readonly RealOption length = new("--trace-for", "How long the trace is, ms of simulated time; all the rest when not given", 0, LongestMs, null, aboveMin: true);
    private readonly IntegerOption most = new("--trace-events", "The trace ends where it has about this many events", 1_000, 100_000_000, TraceWindow.DefaultMostEvents);

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<Option> Options => [path, from, length, most];

    /// <summary>The file that was asked for; null when none was.</summary>
    public string? Path(ParseResult parsed) => parsed.GetValue(path);

    /// <summary>Refuses what cannot be written, before any work is done.</summary>
    /// <exception cref="ModelException">What is wrong.</exception>
    public void Check(ParseResult parsed)
    {
        if (Path(parsed) is { } file)
        {
            TraceWindow.IsCompressed("--trace", file);
            return;
        }

        foreach (var option in Options)
        {
            if (parsed.GetResult(option) is { Implicit: false }) throw new ModelException(option.Name, "given without --trace; allowed: with --trace FILE");
        }
    }

    /// <summary>The file, whose content is simulated when it is written; told what it shows.</summary>
    public OutputFile? File(ParseResult parsed, PredictRequest request, PredictionSummary summary, Action<string> shown, CancellationToken cancellation)
    {
        if (Path(parsed) is not { } file) return null;
        var window = TraceWindow.Of(parsed.GetValue(from)!.Value, parsed.GetValue(length), parsed.GetValue(most)!.Value);
        return new OutputFile("--trace", file, stream =>
        {
            using var trace = new StormTrace(stream, window, TraceWindow.IsCompressed("--trace", file));
            FirstReplication.Watch(request, trace, cancellation);
            trace.Finish([("scenario", summary.Scenario), ("seed", request.Seed.ToString(CultureInfo.InvariantCulture)), ("replication", "1"), ("made by", $"mountsim {Tool.Version}")]);
            shown(trace.Shown);
        });
    }
}
