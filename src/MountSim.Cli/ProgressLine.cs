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

    /// <summary>Shows how far the work is; what comes within the first moment or too soon after another is dropped.</summary>
    public void Show(string verb, int done, int total, string unit)
    {
        lock (gate)
        {
            var elapsed = session.Clock.GetElapsedTime(started);
            if (closed || elapsed < Patience || (drawn > 0 && elapsed - lastDrawn < Interval)) return;
            lastDrawn = elapsed;
            Draw(string.Create(CultureInfo.InvariantCulture, $"{verb}: {done} of {total} {unit}, {Left(elapsed, done, total)} left"));
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

    private static string Left(TimeSpan elapsed, int done, int total)
    {
        if (done <= 0 || total < done) return "--:--";
        var left = TimeSpan.FromSeconds(Math.Min(elapsed.TotalSeconds / done * (total - done), TimeSpan.FromDays(4).TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalMinutes:00}:{left.Seconds:00}");
    }

    private void Draw(string text)
    {
        var room = Math.Max(1, session.Terminal.Width - 1);
        if (text.Length > room) text = text[..room];
        session.Error.Write('\r' + text.PadRight(drawn));
        session.Error.Flush();
        drawn = text.Length;
    }
}
