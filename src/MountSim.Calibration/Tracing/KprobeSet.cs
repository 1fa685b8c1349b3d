using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// Kprobes on the kernel's lock functions, under a group name that says whose they are. Definitions are appended and removed one by one, by
/// name: others have probes of their own in the same file.
/// </summary>
internal sealed class KprobeSet : IDisposable
{
    private const string Prefix = "mountsim_";
    private readonly TraceFs _traceFs;
    private readonly List<string> _functions = [];

    private KprobeSet(TraceFs traceFs) => _traceFs = traceFs;

    /// <summary>Our group of events.</summary>
    internal static string Group { get; } = Prefix + Owner.Self().Replace('-', '_');

    /// <summary>The functions that have a probe.</summary>
    internal IReadOnlyList<string> Functions => _functions;

    /// <summary>Puts a probe on the entry of each function that this kernel has; the event holds the first argument.</summary>
    /// <exception cref="CalibrationException">The kernel allows no kprobes.</exception>
    internal static KprobeSet Make(TraceFs traceFs, IEnumerable<string> functions)
    {
        if (!File.Exists(Definitions(traceFs)))
            throw new CalibrationException("this kernel has no kprobe events (CONFIG_KPROBE_EVENTS)");
        var set = new KprobeSet(traceFs);
        try
        {
            foreach (var function in functions)
                set.Add(function);
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>Removes the probes whose owner <paramref name="isGone"/>; instances that use them must be gone before.</summary>
    internal static void Sweep(TraceFs traceFs, Func<string, bool> isGone)
    {
        if (!File.Exists(Definitions(traceFs)))
            return;
        // p:group/event function lock=$arg1
        foreach (var line in File.ReadAllLines(Definitions(traceFs)))
        {
            var name = line.Split(' ')[0].Split(':')[^1];
            var group = name.Split('/')[0];
            if (group.StartsWith(Prefix, StringComparison.Ordinal) && isGone(group[Prefix.Length..].Replace('_', '-') + "-"))
                TraceFile.TryWrite(Definitions(traceFs), "-:" + name);
        }
    }

    /// <summary>Removes them.</summary>
    public void Dispose()
    {
        foreach (var function in _functions)
            TraceFile.TryWrite(Definitions(_traceFs), $"-:{Group}/{function}");
    }

    private static string Definitions(TraceFs traceFs) => traceFs.Root + "/kprobe_events";

    // A function that is inlined everywhere cannot be probed; what it does then goes unseen, and the caller knows by the list.
    private void Add(string function)
    {
        if (!KernelSymbols.Running.Has(function))
            return;
        TraceFile.Write(Definitions(_traceFs), $"p:{Group}/{function} {function} lock=$arg1:u64");
        _functions.Add(function);
    }
}
