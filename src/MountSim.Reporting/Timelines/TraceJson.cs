using System.Buffers.Text;
using System.Text.Json;

namespace MountSim.Reporting.Timelines;

/// <summary>
/// Events in the Chrome trace event format (Trace Event Format, Google, 2016: complete "X", nestable async "b" and "e", counter "C", metadata "M"), one after the other onto a
/// stream. Times come in picoseconds and are cut to whole nanoseconds, which is what viewers keep: cut alike at both ends, slices that meet still meet.
/// </summary>
internal sealed class TraceJson : IDisposable
{
    private const long PsPerNs = 1000;
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter json;
    private long lastId;

    public TraceJson(Stream stream)
    {
        json = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ns");
        json.WriteStartArray("traceEvents");
    }

    /// <summary>Events so far, names of tracks not counted.</summary>
    public long Events { get; private set; }

    /// <summary>A slice on a track of its own, where none overlap unless one lies in the other.</summary>
    public void Slice(TrackGroup group, int track, string category, string name, long from, long to, string? argument = null, string value = "")
    {
        Begin("X", group, track, category, name, from);
        Time("dur", Ns(to) - Ns(from));
        End(argument, value);
    }

    /// <summary>A span that others of its name may overlap: the viewer finds a lane for it.</summary>
    public void Span(TrackGroup group, string category, string name, long from, long to, string argument, string value, bool cut = false)
    {
        var id = ++lastId;
        Begin("b", group, 0, category, name, from);
        json.WriteNumber("id", id);
        json.WriteStartObject("args");
        json.WriteString(argument, value);
        if (cut) json.WriteBoolean("cut", true);
        json.WriteEndObject();
        End(null, "");
        Begin("e", group, 0, category, name, to);
        json.WriteNumber("id", id);
        End(null, "");
    }

    /// <summary>A number from an instant on.</summary>
    public void Counter(TrackGroup group, string name, long at, string unit, long value)
    {
        Begin("C", group, 0, "count", name, at);
        json.WriteStartObject("args");
        json.WriteNumber(unit, value);
        json.WriteEndObject();
        End(null, "");
    }

    /// <summary>A name and a place for a group (track null) or for one of its tracks.</summary>
    public void Name(TrackGroup group, int? track, string name)
    {
        var what = track is null ? "process" : "thread";
        Metadata(what + "_name", group, track);
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
        Metadata(what + "_sort_index", group, track);
        json.WriteNumber("sort_index", track ?? (int)group);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Ends the events; what is to be known of them follows.</summary>
    public void Finish(IEnumerable<(string Key, string Value)> about)
    {
        json.WriteEndArray();
        json.WriteStartObject("otherData");
        foreach (var (key, value) in about) json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private static long Ns(long ps) => ps / PsPerNs;

    private void Begin(string phase, TrackGroup group, int track, string category, string name, long at)
    {
        Events++;
        json.WriteStartObject();
        json.WriteString("ph", phase);
        json.WriteNumber("pid", (int)group);
        json.WriteNumber("tid", track);
        Time("ts", Ns(at));
        json.WriteString("cat", category);
        json.WriteString("name", name);
    }

    private void End(string? argument, string value)
    {
        if (argument is not null)
        {
            json.WriteStartObject("args");
            json.WriteString(argument, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (json.BytesPending > FlushAt) json.Flush();
    }

    private void Metadata(string name, TrackGroup group, int? track)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteNumber("pid", (int)group);
        json.WriteNumber("tid", track ?? 0);
        json.WriteString("name", name);
        json.WriteStartObject("args");
    }

    // The format counts in microseconds; three decimals are the nanosecond, exactly.
    private void Time(string key, long ns)
    {
        Span<byte> text = stackalloc byte[24];
        Utf8Formatter.TryFormat(ns / 1000, text, out var length);
        text[length] = (byte)'.';
        Utf8Formatter.TryFormat(ns % 1000, text[(length + 1)..], out var decimals, new('D', 3));
        json.WritePropertyName(key);
        json.WriteRawValue(text[..(length + 1 + decimals)], skipInputValidation: true);
    }
}
