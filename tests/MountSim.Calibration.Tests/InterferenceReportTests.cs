using MountSim.Calibration.Fitting;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Tests;

public class InterferenceReportTests
{
    private static readonly Disturbance Quiet = new(50, 0.1, 0.5, 100, 3.0e9, 3.0e9);

    [Fact]
    public void A_quiet_host_has_no_warnings()
    {
        var report = InterferenceReport.Of(Quiet, 2, Costs(_ => 1));
        Assert.Empty(report.Warnings);
        Assert.Null(report.DriftOf);
    }

    [Fact]
    public void Stolen_time_is_reported() =>
        Assert.Contains(InterferenceReport.Of(Quiet with { StealSeconds = 4 }, 2, Costs(_ => 1)).Warnings, w => w.Contains("hypervisor took 4", StringComparison.Ordinal));

    [Fact]
    public void Other_processes_are_reported() =>
        Assert.Contains(InterferenceReport.Of(Quiet with { OthersSeconds = 20.5 }, 2, Costs(_ => 1)).Warnings, w => w.Contains("0.41 CPUs", StringComparison.Ordinal));

    [Fact]
    public void A_frequency_that_fell_is_reported() =>
        Assert.Contains(InterferenceReport.Of(Quiet with { LowestHertz = 2.4e9 }, 2, Costs(_ => 1)).Warnings, w => w.Contains("frequency", StringComparison.Ordinal));

    [Fact]
    public void A_cost_that_moves_by_a_tenth_drifts_and_noise_does_not()
    {
        var report = InterferenceReport.Of(Quiet, 2, Costs(round => round < 50 ? 1 : 1.1));
        Assert.Equal("moving", report.DriftOf);
        Assert.InRange(report.Drift, 0.08, 0.1);
        Assert.Single(report.Warnings);
    }

    private static Dictionary<CostDefinition, List<double[]>> Costs(Func<int, double> factor)
    {
        var random = new Random(3);
        return new()
        {
            [new CostDefinition("moving")] = [.. Enumerable.Range(0, 100).Select(i => new[] { factor(i) * (1000 + (20 * random.NextDouble())) })],
            [new CostDefinition("still")] = [.. Enumerable.Range(0, 100).Select(_ => new[] { 500 + (50 * random.NextDouble()) })],
        };
    }
}
