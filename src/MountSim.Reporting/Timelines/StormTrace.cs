using System.Globalization;
using System.IO.Compression;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Reporting.Timelines;

/// <summary>
/// One replication as a trace that Perfetto (ui.perfetto.dev) and chrome://tracing open: starts, a track a CPU, a track a lock with its queue, waits, grace periods.
/// Events are written as they end; none is kept but those that go on.
/// </summary>
public sealed class StormTrace : StormObserver, IDisposable
{
    private const double PsPerMs = 1e9;

    private readonly GZipStream? compressed;
    private readonly TraceJson json;
    private readonly TraceSink sink;
    private readonly TraceWindow window;
    private readonly Dictionary<int, long> issued = [];
    private CpuTracks cpus = null!;
    private LockTracks locks = null!;
    private WaitNames names = null!;
    private SimKernel kernel = null!;
    private bool over;

    /// <summary>Writes to a stream, which stays open.</summary>
    public StormTrace(Stream stream, TraceWindow window, bool compress)
    {
        ArgumentNullException.ThrowIfNull(window);
        compressed = compress ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : null;
        json = new TraceJson(compressed ?? stream);
        sink = new TraceSink(json, window);
        this.window = window;
    }

    /// <summary>Events written.</summary>
    public long Events => json.Events;

    /// <summary>What is shown of the run and what is not, in a sentence; complete when the run has ended.</summary>
    public string Shown { get; private set; } = "";

    /// <inheritdoc/>
    public override void Began(SimKernel kernel)
    {
        this.kernel = kernel;
        names = new WaitNames(kernel);
        cpus = new CpuTracks(sink, names, kernel.Scheduler.Hardware.Cpus);
        locks = new LockTracks(sink, names, kernel);
        NameTracks();
    }

    /// <inheritdoc/>
    public override void Switched(long now, int cpu, SimTask? task)
    {
        if (Shows(now)) cpus.Switched(now, cpu, task);
    }

    /// <inheritdoc/>
    public override void Works(long at, SimTask task, string? operation)
    {
        if (!over) cpus.Works(at, task, operation);
    }

    /// <inheritdoc/>
    public override void Spins(long now, SimTask task, bool begins)
    {
        if (Shows(now)) cpus.Spins(now, task, begins);
    }

    /// <inheritdoc/>
    public override void Queued(long now, int runnable)
    {
        if (Shows(now)) sink.Counter(TrackGroup.Cpus, "waiting for a CPU", now, "tasks", runnable);
    }

    /// <inheritdoc/>
    public override void WaitBegan(long now, SimTask task, IWaitObject on)
    {
        if (Shows(now)) locks.WaitBegan(now, task, on);
    }

    /// <inheritdoc/>
    public override void WaitEnded(long now, SimTask task, IWaitObject on, long since)
    {
        if (Shows(now)) locks.WaitEnded(now, task, on, since);
    }

    /// <inheritdoc/>
    public override void Held(long at, SimLock held, SimTask task, LockMode mode)
    {
        if (Shows(at)) locks.Held(at, held, task, mode);
    }

    /// <inheritdoc/>
    public override void Released(long at, SimLock held, SimTask task, LockMode mode)
    {
        if (!over) locks.Released(at, held, task);
    }

    /// <inheritdoc/>
    public override void GracePeriod(GracePeriods which, long from, long to)
    {
        if (!Shows(from)) return;
        var normal = which == kernel.Normal;
        sink.Slice(TrackGroup.GracePeriods, normal ? 1 : 2, "rcu", normal ? "normal" : "expedited", from, to);
    }

    /// <inheritdoc/>
    public override void Issued(long now, int container)
    {
        if (Shows(now)) issued.Add(container, now);
    }

    /// <inheritdoc/>
    public override void Started(long now, int container)
    {
        if (Shows(now) && issued.Remove(container, out var from)) Start(container, from, now, cut: false);
    }

    /// <inheritdoc/>
    public override void Ended(long now)
    {
        Close(Math.Min(now, sink.End));
        Shown = Sentence(now);
    }

    /// <summary>Ends the file.</summary>
    /// <param name="about">What a reader of the file should know: scenario, seed, version.</param>
    public void Finish(IEnumerable<(string Key, string Value)> about) => json.Finish([.. about, ("shown", Shown)]);

    /// <inheritdoc/>
    public void Dispose()
    {
        json.Dispose();
        compressed?.Dispose();
    }

    private bool Shows(long now)
    {
        if (over) return false;
        if (sink.IsOver(now)) Close(sink.End);
        return !over;
    }

    private void Close(long at)
    {
        if (over) return;
        over = true;
        cpus.Ended(at);
        locks.Ended(at);
        foreach (var (container, from) in issued) Start(container, from, at, cut: true);
    }

    private void Start(int container, long from, long to, bool cut) =>
        sink.Span(TrackGroup.Starts, "start", "start", from, to, "container", container.ToString(CultureInfo.InvariantCulture), cut);

    private string Sentence(long end)
    {
        var events = string.Create(CultureInfo.InvariantCulture, $"{Events:#,0} events");
        var (from, to) = (window.FromPs, Math.Min(end, sink.End));
        if (from >= end) return $"{events}: the replication ends after {Ms(end)}, before the part that was asked for begins";
        if (from == 0 && to == end) return $"{events}, the whole replication of {Ms(end)}";
        var part = $"{events}, {Ms(from)} to {Ms(to)} of a replication of {Ms(end)}";
        return sink.IsFull ? $"{part}; there was no room for the rest" : part;
    }

    private static string Ms(long ps) => Quantity.Ms(ps / PsPerMs);

    private void NameTracks()
    {
        json.Name(TrackGroup.Starts, null, "Starts");
        json.Name(TrackGroup.Cpus, null, "CPUs");
        var hardware = kernel.Scheduler.Hardware;
        for (var cpu = 0; cpu < hardware.Cpus; cpu++)
            json.Name(TrackGroup.Cpus, cpu, hardware.SocketOf.Length == 0 ? $"CPU {cpu}" : $"CPU {cpu}, socket {hardware.SocketOf[cpu]}");
        json.Name(TrackGroup.Locks, null, "Locks");
        for (var i = 0; i < kernel.Definitions.Count; i++) json.Name(TrackGroup.Locks, i, kernel.Definitions[i].Symbol);
        json.Name(TrackGroup.Waits, null, "Waits");
        json.Name(TrackGroup.GracePeriods, null, "RCU grace periods");
        json.Name(TrackGroup.GracePeriods, 1, "normal");
        json.Name(TrackGroup.GracePeriods, 2, "expedited");
    }
}
