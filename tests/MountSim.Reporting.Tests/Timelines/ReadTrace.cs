using System.Globalization;
using System.Text.Json;

namespace MountSim.Reporting.Tests.Timelines;

/// <summary>A trace read back by the rules of the Trace Event Format, times in whole nanoseconds. What is not in the format fails the test that reads it.</summary>
internal sealed class ReadTrace
{
    private static readonly string[] Phases = ["X", "b", "e", "C", "M"];

    private ReadTrace(JsonElement root)
    {
        Assert.Equal("ns", root.GetProperty("displayTimeUnit").GetString());
        About = root.GetProperty("otherData").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);
        var open = new Dictionary<(long Id, string Category), TraceSlice>();
        foreach (var one in root.GetProperty("traceEvents").EnumerateArray()) Read(one, open);
        Assert.Empty(open);
    }

    /// <summary>Complete events.</summary>
    public List<TraceSlice> Slices { get; } = [];

    /// <summary>Async events, their two ends put together.</summary>
    public List<TraceSlice> Spans { get; } = [];

    public List<(string Name, long At, double Value)> Counters { get; } = [];

    public Dictionary<(int Group, int Track), string> TrackNames { get; } = [];

    public Dictionary<int, string> GroupNames { get; } = [];

    public IReadOnlyDictionary<string, string> About { get; }

    public static ReadTrace Of(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new ReadTrace(document.RootElement);
    }

    public IEnumerable<TraceSlice> In(string group, string? category = null)
    {
        var number = GroupNames.Single(pair => pair.Value == group).Key;
        return Slices.Concat(Spans).Where(slice => slice.Group == number && (category is null || slice.Category == category));
    }

    private void Read(JsonElement one, Dictionary<(long Id, string Category), TraceSlice> open)
    {
        var phase = one.GetProperty("ph").GetString()!;
        Assert.Contains(phase, Phases);
        var (group, track, name) = (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32(), one.GetProperty("name").GetString()!);
        Assert.NotEmpty(name);
        if (phase == "M")
        {
            Name(one, group, track, name);
            return;
        }

        var (at, category) = (Ns(one.GetProperty("ts")), one.GetProperty("cat").GetString()!);
        var task = one.TryGetProperty("args", out var args) && args.TryGetProperty("task", out var named) ? named.GetString()! : "";
        switch (phase)
        {
            case "X":
                var length = Ns(one.GetProperty("dur"));
                Assert.True(length >= 0);
                Slices.Add(new TraceSlice(group, track, category, name, at, at + length, task, Cut: false));
                break;
            case "b":
                var cut = args.TryGetProperty("cut", out var flag) && flag.GetBoolean();
                open.Add((one.GetProperty("id").GetInt64(), category), new TraceSlice(group, track, category, name, at, -1, task, cut));
                break;
            case "e":
                Assert.True(open.Remove((one.GetProperty("id").GetInt64(), category), out var begun));
                Assert.Equal((begun.Group, begun.Name), (group, name));
                Assert.True(at >= begun.From);
                Spans.Add(begun with { To = at });
                break;
            default:
                Counters.Add((name, at, args.EnumerateObject().Single().Value.GetDouble()));
                break;
        }
    }

    private void Name(JsonElement one, int group, int track, string name)
    {
        var args = one.GetProperty("args");
        if (name == "process_name") GroupNames.Add(group, args.GetProperty("name").GetString()!);
        else if (name == "thread_name") TrackNames.Add((group, track), args.GetProperty("name").GetString()!);
        else Assert.True(name.EndsWith("_sort_index", StringComparison.Ordinal) && args.GetProperty("sort_index").GetInt32() >= 0, name);
    }

    // Microseconds in the file. A decimal keeps them exact.
    private static long Ns(JsonElement microseconds)
    {
        var ns = decimal.Parse(microseconds.GetRawText(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 1000;
        Assert.Equal(decimal.Truncate(ns), ns);
        return (long)ns;
    }
}
