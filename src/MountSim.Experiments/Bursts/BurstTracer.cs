using MountSim.Calibration;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Tracing;

namespace MountSim.Experiments.Bursts;

/// <summary>The tracer of real bursts: it has learned the locks' names from a small burst before; or why there is none.</summary>
internal sealed class BurstTracer : IDisposable
{
    // Enough to contend, few enough for the stacks of all of them.
    private const int Learning = 8;

    private BurstTracer(ContentionTracer? tracer, string? refusal) => (Tracer, Refusal) = (tracer, refusal);

    /// <summary>The tracer; null where the host refuses one.</summary>
    public ContentionTracer? Tracer { get; }

    /// <summary>Why there is none, in a sentence; null when there is one.</summary>
    public string? Refusal { get; }

    /// <summary>Opens one, and learns from a few starts of the burst.</summary>
    public static async Task<BurstTracer> OpenAsync(BurstOptions burst, CancellationToken cancellation)
    {
        // What has no room is refused before a tracer is opened.
        Burst.Check(burst);
        ContentionTracer tracer;
        try
        {
            tracer = ContentionTracer.Open();
        }
        catch (CalibrationException e)
        {
            return new BurstTracer(null, $"No contention by lock: {e.Message}.");
        }

        try
        {
            var workload = burst.Scenario.Workload;
            var few = burst with
            {
                Scenario = burst.Scenario with { Workload = workload with { Containers = Math.Min(Learning, workload.Containers), Concurrency = Math.Min(Learning, workload.MostInFlight) } },
            };
            tracer.Start(ContentionStacks.All);
            await Burst.RunAsync(few, null, cancellation).ConfigureAwait(false);
            tracer.Stop();
            return new BurstTracer(tracer, null);
        }
        catch
        {
            tracer.Dispose();
            throw;
        }
    }

    public void Dispose() => Tracer?.Dispose();
}
