using System.Text.Json;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Watching;

/// <summary>Measures from outside how long operations hold <c>namespace_sem</c>: another thread on another CPU takes it all the time, and is kept waiting.</summary>
public static class HoldProbe
{
    /// <summary>Lower layers of the small and the large overlay.</summary>
    public const int FewLayers = 1, ManyLayers = 40;

    /// <summary>Mounts below the top of the tree that is bound and of the table that is read.</summary>
    public const int TreeMounts = 200;

    private const double MostSeconds = 120;

    /// <summary>Measures.</summary>
    /// <param name="rounds">Blocks of 20 samples an operation.</param>
    /// <param name="roundDone">Told how many rounds are done; may be null.</param>
    /// <param name="cancellation">Ends it; nothing is left.</param>
    /// <returns>The operations, and those that this kernel refuses with its reason.</returns>
    /// <exception cref="CalibrationException">The host cannot do it.</exception>
    public static async Task<(IReadOnlyList<WatchedOperation> Operations, IReadOnlyList<string> Refused)> RunAsync(
        int rounds, IProgress<int>? roundDone = null, CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux())
            throw new CalibrationException("holds of namespace_sem are measured with real mounts: run it on a Linux host");
        if (!Capability.Mounts.IsHeld)
            throw new CalibrationException(Capability.Mounts.Missing("holds of namespace_sem are measured with real mounts"));
        var folder = TemporaryFolder.Of(null);
        Leftovers.Sweep(folder);
        var directory = WorkDirectory.Make(folder);
        try
        {
            var order = new HoldOrder(directory.Path, Environment.ProcessId, MountNamespace.Own(), rounds, MostSeconds);
            using var process = WorkerProcess.Start(Privileges.Root, order.ParentNamespace, [HoldWorker.Verb]);
            process.Tell(JsonSerializer.Serialize(order, WorkerJson.Default.HoldOrder));
            var done = 0;
            string line;
            while ((line = await process.ReadLineAsync(cancellation).ConfigureAwait(false)) == HoldWorker.RoundDone) roundDone?.Report(++done);
            var report = JsonSerializer.Deserialize(line, WorkerJson.Default.HoldReport)!;
            return report.Failure is { } failure ? throw new CalibrationException(failure) : (report.Operations, report.Refused);
        }
        finally
        {
            directory.Remove();
        }
    }
}
