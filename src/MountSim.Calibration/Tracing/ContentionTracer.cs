using System.Globalization;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// Records who waits for which kernel lock while something runs, by the tracepoints <c>lock:contention_begin</c> and <c>_end</c> (Linux 5.19) in
/// a trace instance of its own. A guard process removes the instance if this process dies; opening sweeps what dead ones left.
/// Use: open, then start and stop as often as needed, then dispose.
/// </summary>
public sealed class ContentionTracer : IDisposable
{
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(100);
    private readonly KernelSymbols _symbols;
    private readonly TraceFs _traceFs;
    private readonly Guard? _guard;
    private readonly TraceInstance _instance;
    private readonly CpuBuffers _buffers;
    private IReadOnlyDictionary<ulong, string> _names = new Dictionary<ulong, string>();
    private ContentionRecording? _recording;
    private string? _trigger;

    private ContentionTracer(ContentionOptions options, TraceFs traceFs, Guard? guard, TraceInstance instance)
    {
        (_traceFs, _guard, _instance) = (traceFs, guard, instance);
        _symbols = KernelSymbols.Running;
        Configure(options.OwnProcessesOnly);
        _buffers = new CpuBuffers(instance);
    }

    /// <summary>Opens a tracer.</summary>
    /// <exception cref="CalibrationException">The host does not allow it; the message says what would.</exception>
    public static ContentionTracer Open(ContentionOptions? options = null)
    {
        options ??= new ContentionOptions();
        var folder = TemporaryFolder.Of(options.TemporaryFolder);
        Leftovers.Sweep(folder);
        var guard = Guard.Start(folder);
        try
        {
            return Open(options, guard);
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <summary>The same under a guard, which is disposed with the tracer; null where one watches already.</summary>
    internal static ContentionTracer Open(ContentionOptions options, Guard? guard)
    {
        TraceFs? traceFs = null;
        TraceInstance? instance = null;
        try
        {
            traceFs = TraceFs.Open();
            instance = TraceInstance.Make(traceFs, options.KilobytesPerCpu);
            return new ContentionTracer(options, traceFs, guard, instance);
        }
        catch (Exception e)
        {
            instance?.Dispose();
            traceFs?.Dispose();
            if (e is CalibrationException)
                throw;
            throw new CalibrationException($"lock contention cannot be traced: {e.Message}");
        }
    }

    /// <summary>Who watches over it, and over what else this process makes; null where the one who opened it has a guard of his own.</summary>
    internal Guard? Guard => _guard;

    /// <summary>Starts recording. Names of global locks that a recording learns are known to the later ones.</summary>
    public void Start(ContentionStacks stacks = ContentionStacks.UnknownSleepers)
    {
        if (_recording is not null)
            throw new InvalidOperationException("the tracer is recording already");
        TakeStacks(stacks);
        var decoder = new ContentionDecoder(Format("lock/contention_begin"), Format("lock/contention_end"), Format("ftrace/kernel_stack"), stacks == ContentionStacks.All);
        _recording = new ContentionRecording(_buffers, decoder, DrainInterval);
        _instance.Write("tracing_on", "1");
        _recording.Begin();
    }

    /// <summary>Stops recording and sums up.</summary>
    public ContentionResult Stop()
    {
        var recording = _recording ?? throw new InvalidOperationException("the tracer is not recording");
        _instance.Write("tracing_on", "0");
        recording.End();
        recording.Dispose();
        _recording = null;
        var waits = ContentionWaits.Pair(recording.Decoder.Events, out var unfinished);
        var namer = new ContentionNamer(_symbols, recording.Decoder.Stacks, _names, waits);
        _names = namer.Globals;
        return new ContentionResult
        {
            Seconds = recording.Seconds,
            Locks = ContentionSummary.Of(waits, namer),
            Events = recording.Decoder.Events.Count,
            Lost = recording.Lost,
            Unfinished = unfinished,
            Stacks = recording.Decoder.StackNanoseconds.Count,
            StackNs = recording.Decoder.StackNanoseconds.Count > 0 ? Quantiles.Median([.. recording.Decoder.StackNanoseconds]) : 0,
            ReaderSeconds = recording.ReaderSeconds,
            Names = _names,
        };
    }

    /// <summary>Ends a recording and removes the instance.</summary>
    public void Dispose()
    {
        _recording?.Dispose();
        _buffers.Dispose();
        _instance.Dispose();
        _guard?.Dispose();
        _traceFs.Dispose();
    }

    private EventFormat Format(string name) => EventFormat.Read(_instance.Path($"events/{name}/format"));

    private void Configure(bool ownProcessesOnly)
    {
        if (!_symbols.Readable)
            throw new CalibrationException($"lock contention cannot be traced: /proc/kallsyms hides its addresses. Run as root ({Capability.Symbols.Name}), with kernel.kptr_restrict at 0 or 1");
        if (!Directory.Exists(_instance.Path("events/lock/contention_begin")))
            throw new CalibrationException("lock contention cannot be traced: this kernel has no lock:contention_begin. It is there from Linux 5.19 on");
        if (ownProcessesOnly)
        {
            _instance.Write("options/event-fork", "1");
            _instance.Write("set_event_pid", string.Join(' ', OwnThreads()));
        }

        _instance.Write("events/lock/contention_begin/enable", "1");
        _instance.Write("events/lock/contention_end/enable", "1");
    }

    private void TakeStacks(ContentionStacks stacks)
    {
        const string Trigger = "events/lock/contention_begin/trigger";
        if (_trigger is not null)
            _instance.Write(Trigger, "!" + _trigger);
        _trigger = stacks switch
        {
            ContentionStacks.None => null,
            ContentionStacks.All => "stacktrace",
            _ => "stacktrace if " + string.Join(
                " && ", _names.Keys.Select(a => string.Create(CultureInfo.InvariantCulture, $"lock_addr != 0x{a:x}")).Prepend(ContentionEvent.TakesStackFilter)),
        };
        if (_trigger is not null)
            _instance.Write(Trigger, _trigger);
    }

    private static IEnumerable<string> OwnThreads() => Directory.EnumerateDirectories("/proc/self/task").Select(Path.GetFileName).OfType<string>();
}
