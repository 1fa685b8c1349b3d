using System.Buffers.Binary;
using System.Globalization;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Holds;

/// <summary>Records the calls of lock functions by one thread, by kprobes in a trace instance of its own.</summary>
internal sealed class HoldTracer : IDisposable
{
    private const int KilobytesPerCpu = 8192;
    private readonly TraceFs _traceFs;
    private readonly KprobeSet _probes;
    private readonly TraceInstance _instance;
    private readonly CpuBuffers _buffers;
    private readonly Dictionary<int, LockFunction> _functions = [];
    private readonly int _lock;

    private HoldTracer(TraceFs traceFs, KprobeSet probes, TraceInstance instance)
    {
        (_traceFs, _probes, _instance) = (traceFs, probes, instance);
        foreach (var function in LockFunction.All.Where(f => probes.Functions.Contains(f.Name)))
        {
            var format = EventFormat.Read(instance.Path($"events/{KprobeSet.Group}/{function.Name}/format"));
            _functions[format.Id] = function;
            _lock = format.Offset("lock");
        }

        _buffers = new CpuBuffers(instance);
    }

    /// <summary>Functions that could not be probed: the kernel has them inlined.</summary>
    internal IEnumerable<string> Missing => LockFunction.All.Select(f => f.Name).Except(_probes.Functions);

    /// <summary>Opens one; throws where the kernel allows no kprobes or hides its locks' addresses. A guard must be watching.</summary>
    internal static HoldTracer Open()
    {
        if (!KernelSymbols.Running.Readable || !KernelSymbols.Running.HasData)
            throw new CalibrationException($"/proc/kallsyms does not show the addresses of the kernel's locks ({Capability.Symbols.Name}, CONFIG_KALLSYMS_ALL, kernel.kptr_restrict)");
        TraceFs? traceFs = null;
        KprobeSet? probes = null;
        TraceInstance? instance = null;
        try
        {
            traceFs = TraceFs.Open();
            probes = KprobeSet.Make(traceFs, LockFunction.All.Select(f => f.Name));
            instance = TraceInstance.Make(traceFs, KilobytesPerCpu);
            return new HoldTracer(traceFs, probes, instance);
        }
        catch
        {
            instance?.Dispose();
            probes?.Dispose();
            traceFs?.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> on the calling thread and returns its calls of lock functions, in the order of their times.</summary>
    /// <exception cref="CalibrationException">Events were lost.</exception>
    internal IReadOnlyList<LockCall> Record(Action work)
    {
        var lost = _buffers.Lost();
        _instance.Write("set_event_pid", Libc.ThreadId().ToString(CultureInfo.InvariantCulture));
        _instance.Write($"events/{KprobeSet.Group}/enable", "1");
        try
        {
            _instance.Write("tracing_on", "1");
            work();
        }
        finally
        {
            _instance.Write("tracing_on", "0");
            _instance.Write($"events/{KprobeSet.Group}/enable", "0");
        }

        var calls = new List<LockCall>();
        _buffers.Drain((_, page) => Decode(page, calls));
        return _buffers.Lost() == lost
            ? [.. calls.OrderBy(c => c.Time)]
            : throw new CalibrationException("the tracer lost events of a block: its buffer is too small");
    }

    /// <summary>Removes the instance, then the probes.</summary>
    public void Dispose()
    {
        _buffers.Dispose();
        _instance.Dispose();
        _probes.Dispose();
        _traceFs.Dispose();
    }

    private void Decode(ReadOnlySpan<byte> page, List<LockCall> calls)
    {
        var ring = new RingPage(page);
        while (ring.Next())
            if (_functions.TryGetValue(BinaryPrimitives.ReadUInt16LittleEndian(ring.Event), out var function))
                calls.Add(new LockCall(ring.Time, BinaryPrimitives.ReadUInt64LittleEndian(ring.Event[_lock..]), function));
    }
}
