using System.Globalization;
using MountSim.Calibration.Watching;
using MountSim.Experiments.Bursts;

namespace MountSim.Experiments.Validation.Claims;

/// <summary>Runs the suite <c>claims</c> on this host.</summary>
public static class ClaimSuite
{
    /// <summary>Measures and judges.</summary>
    /// <param name="rounds">Blocks of samples an operation.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <param name="progress">Told of each round; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Calibration.CalibrationException">The host cannot do it.</exception>
    public static async Task<ClaimReport> RunAsync(int rounds, int seed, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        var (operations, refused) = await HoldProbe.RunAsync(rounds, progress is null ? null : new Rounds(rounds, progress), cancellation).ConfigureAwait(false);
        return new ClaimReport(HostScenario.KernelRelease, ClaimJudge.Judge(operations, seed), [.. Notes(operations, refused)]);
    }

    private static IEnumerable<string> Notes(IReadOnlyList<WatchedOperation> operations, IReadOnlyList<string> refused)
    {
        yield return "A hold is what keeps a second thread, which takes namespace_sem for write again and again on another CPU, waiting during the operation: its longest call then, less its usual one. Medians with 95 % intervals over blocks.";
        yield return string.Create(CultureInfo.InvariantCulture, $"The usual call takes {Calibration.Estimators.Quantiles.Median([.. operations.SelectMany(one => one.Blocks).Select(block => block.BaseNs)]) / 1000:F2} us.");
        foreach (var reason in refused) yield return $"Not measured: {reason}";
    }

    /// <summary>Passes rounds on as they come.</summary>
    private sealed class Rounds(int total, IProgress<ValidationProgress> progress) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new ValidationProgress(value, total, "rounds"));
    }
}
