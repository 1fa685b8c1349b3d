using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tracing;

/// <summary>What measurements, running or dead, have made with the tracer: for a check that nothing is left.</summary>
public static class TraceLeftovers
{
    /// <summary>Names of trace instances (<c>instances</c>) or kprobes (<c>kprobe_events</c>) of ours; none where the tracer cannot be reached.</summary>
    public static IReadOnlyList<string> Of(string what)
    {
        try
        {
            using var traceFs = TraceFs.Open();
            return what == "instances"
                ? [.. Directory.EnumerateDirectories(traceFs.Instances, "mountsim-*").Select(f => System.IO.Path.GetFileName(f))]
                : File.Exists(traceFs.Root + "/kprobe_events")
                    ? [.. File.ReadAllLines(traceFs.Root + "/kprobe_events").Where(l => l.Contains("mountsim_", StringComparison.Ordinal))]
                    : [];
        }
        catch (SyscallException)
        {
            return [];
        }
    }
}
