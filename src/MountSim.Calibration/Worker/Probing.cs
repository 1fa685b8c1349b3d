using MountSim.Calibration.Holds;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Worker;

/// <summary>The deepest look into the kernel that the host allows, or the one that was asked for.</summary>
internal sealed class Probing : IDisposable
{
    private Probing(WorkerOrder order, Action<string, string> skip)
    {
        if (order.Level == ProbeLevel.Timing)
            return;
        if (order.Privilege != Privileges.Root)
        {
            Refuse(order.Level, ProbeLevel.Tracepoint, $"the tracer belongs to the host's root: {Capability.Mounts.Name} and {Capability.Symbols.Name} in the first user namespace", skip);
            return;
        }

        if (order.Level != ProbeLevel.Tracepoint)
            Holds = Try(HoldTracer.Open, order.Level, ProbeLevel.Kprobe, skip);
        Contention = Try(() => ContentionTracer.Open(new ContentionOptions(), guard: null), order.Level, ProbeLevel.Tracepoint, skip);
    }

    /// <summary>Kprobes; null where there are none.</summary>
    internal HoldTracer? Holds { get; }

    /// <summary>Contention events; null where there are none.</summary>
    internal ContentionTracer? Contention { get; }

    /// <summary>The depth reached.</summary>
    internal ProbeLevel Level => Holds is not null ? ProbeLevel.Kprobe : Contention is not null ? ProbeLevel.Tracepoint : ProbeLevel.Timing;

    /// <summary>Opens what there is; <paramref name="skip"/> is told of what is refused.</summary>
    /// <exception cref="CalibrationException">The depth that was asked for is refused.</exception>
    internal static Probing Open(WorkerOrder order, Action<string, string> skip) => new(order, skip);

    /// <summary>Removes all probes.</summary>
    public void Dispose()
    {
        Holds?.Dispose();
        Contention?.Dispose();
    }

    private static T? Try<T>(Func<T> open, ProbeLevel? asked, ProbeLevel level, Action<string, string> skip)
        where T : class
    {
        try
        {
            return open();
        }
        catch (Exception e)
        {
            Refuse(asked, level, e.Message, skip);
            return null;
        }
    }

    private static void Refuse(ProbeLevel? asked, ProbeLevel level, string reason, Action<string, string> skip)
    {
        if (asked == level)
            throw new CalibrationException($"--probe {level.ToString().ToLowerInvariant()}: {reason}");
        skip(level == ProbeLevel.Kprobe ? "kprobe: exact holds of locks" : "tracepoint: waits by lock", reason);
    }
}
