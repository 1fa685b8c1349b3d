using System.Globalization;
using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>How a sweep ends: its failed scenarios named, and the exit code that says so.</summary>
internal static class SweepEndings
{
    public static int Report(IReadOnlyList<SweepFailure> failures, long scenarios, Session session)
    {
        foreach (var failure in failures) session.Error.WriteLine($"error: {OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"scenario {failure.Scenario.Position + 1} ({failure.Scenario.Name}; {failure.Scenario.Place}): {failure.Problem}"))}");
        if (failures.Count == 0) return ExitCode.Done;
        session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of {scenarios} scenarios failed; the others are done"));
        return ExitCode.Partial;
    }
}
