using System.Globalization;

namespace MountSim.Cli;

/// <summary>One line on standard error that is redrawn in place and gone at the end. Workers report from any thread.</summary>
internal sealed class ProgressLine(Session session) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400), Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly long started = session.Clock.GetTimestamp();
    private TimeSpan lastDrawn = TimeSpan.MinValue;
    private int drawn;
    private bool closed;

    /// <summary>Shows how far the work is, counted in units.</summary>
    public void Show(string verb, int done, int total, string unit)
    {
        var elapsed = session.Clock.GetElapsedTime(started);
        TimeSpan? left = done > 0 && total >= done ? elapsed / done * (total - done) : null;
        Show(string.Create(CultureInfo.InvariantCulture, $"{verb}: {done} of {total} {unit}"), left);
    }

    /// <summary>Shows a text and the time left. What comes within the first moment or too soon after another is dropped.</summary>
    public void Show(string text, TimeSpan? left)
    {
        lock (gate)
        {
            var elapsed = session.Clock.GetElapsedTime(started);
            if (closed || elapsed < Patience || (drawn > 0 && elapsed - lastDrawn < Interval)) return;
            lastDrawn = elapsed;
            Draw($"{text}, {Left(left)} left");
        }
    }

    /// <summary>Clears the line, so that the next message starts on an empty one.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            if (drawn == 0) return;
            Draw("");
            session.Error.Write('\r');
            session.Error.Flush();
        }
    }

    private static string Left(TimeSpan? left) => left switch
    {
        null => "--:--",
        { TotalMinutes: > 99 } => ">99 min",
        { } time => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}"),
    };

    private void Draw(string text)
    {
        var room = Math.Max(1, session.Terminal.Width - 1);
        if (text.Length > room) text = text[..room];
        session.Error.Write('\r' + text.PadRight(drawn));
        session.Error.Flush();
        drawn = text.Length;
    }
}
