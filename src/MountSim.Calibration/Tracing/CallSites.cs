using System.Reflection;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// Which function waits for which lock: <c>call-sites.csv</c>, with the kernels and the source of each row. A kernel that hides the addresses of
/// its locks still shows who waits.
/// </summary>
internal sealed class CallSites
{
    // What stands between a lock's caller and the tracepoint: the tracer, and the lock's own functions (kernel/locking/ v6.18).
    private static readonly string[] LockCode =
    [
        "trace_event_raw_event_", "__traceiter_", "__bpf_trace_", "contention_", "__pv_queued_spin_", "native_queued_spin_", "queued_", "_raw_spin_", "_raw_read_",
        "_raw_write_", "__raw_", "down_read", "down_write", "__down_", "rwsem_down_", "__mutex_lock", "mutex_lock", "__ww_mutex", "rt_mutex", "rt_spin_", "percpu_down_",
        "__percpu_down_", "raw_spin_rq_lock", "do_raw_spin_",
    ];

    private readonly ILookup<string, CallSite> _rules;

    private CallSites(IEnumerable<CallSite> rules) => _rules = rules.ToLookup(r => r.Function, StringComparer.Ordinal);

    /// <summary>The rules that the program carries.</summary>
    internal static CallSites Default { get; } = Load();

    /// <summary>The locks that rules name.</summary>
    internal IEnumerable<string> Locks => _rules.SelectMany(rules => rules).Select(r => r.Lock).Distinct();

    /// <summary>The function that waits: the first of a stack that is not the lock's own; null on an empty stack.</summary>
    /// <param name="functions">Functions, innermost first.</param>
    internal static string? Waiter(IReadOnlyList<string> functions) =>
        functions.FirstOrDefault(f => !LockCode.Any(c => f.StartsWith(c, StringComparison.Ordinal)));

    /// <summary>The lock's name; null when no rule knows it.</summary>
    /// <param name="kind"><c>rwsem</c>, <c>mutex</c>, <c>rwlock</c> or <c>spin</c>.</param>
    /// <param name="global">True for a lock in the kernel's image.</param>
    /// <param name="functions">The waiter's stack, innermost first.</param>
    internal string? Lock(string kind, bool global, IReadOnlyList<string> functions) => Waiter(functions) is { } waiter
        ? _rules[waiter].FirstOrDefault(r =>
            r.Kind == kind && r.Global == global && (r.Within.Count == 0 || r.Within.Any(functions.Contains)))?.Lock
        : null;

    private static CallSites Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("tracing/call-sites.csv")!;
        using var reader = new StreamReader(stream);
        var rules = new List<CallSite>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            rules.Add(new CallSite(cells[0], cells[1], cells[2] == "global", cells[3], cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return new CallSites(rules);
    }
}
