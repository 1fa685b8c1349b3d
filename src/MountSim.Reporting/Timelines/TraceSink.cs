namespace MountSim.Reporting.Timelines;

/// <summary>What lies in the window goes to the trace, cut to it; when there is room for no more, the window ends.</summary>
internal sealed class TraceSink(TraceJson json, TraceWindow window)
{
    /// <summary>Where the trace ends, ps: where the window does, or where the room did.</summary>
    public long End { get; private set; } = window.ToPs;

    /// <summary>There was no room for the rest.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Events so far.</summary>
    public long Events => json.Events;

    /// <summary>The run has come to an instant: whatever comes, comes after it.</summary>
    public bool IsOver(long now)
    {
        if (!IsFull && json.Events >= window.MostEvents && now < End)
        {
            IsFull = true;
            End = now;
        }

        return now >= End;
    }

    public void Slice(TrackGroup group, int track, string category, string name, long from, long to, string? argument = null, string value = "")
    {
        if (Shows(from, to)) json.Slice(group, track, category, name, Math.Max(from, window.FromPs), Math.Min(to, End), argument, value);
    }

    public void Span(TrackGroup group, string category, string name, long from, long to, string argument, string value, bool cut = false)
    {
        if (Shows(from, to)) json.Span(group, category, name, Math.Max(from, window.FromPs), Math.Min(to, End), argument, value, cut || from < window.FromPs || to > End);
    }

    public void Counter(TrackGroup group, string name, long at, string unit, long value)
    {
        if (Shows(at, at)) json.Counter(group, name, at, unit, value);
    }

    private bool Shows(long from, long to) => to >= window.FromPs && from < End;
}
