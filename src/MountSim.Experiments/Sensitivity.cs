using MountSim.Model.Costs;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>
/// The prediction at the bounds of its most uncertain parameters, each alone, with the random numbers of the first replication: what a better measurement would
/// be worth.
/// </summary>
internal static class Sensitivity
{
    private const double PsPerMs = 1e9;

    private static readonly (string Name, Func<CostModel, Interval> Read, Func<CostModel, Interval, CostModel> Pin)[] Parameters =
    [
        ("dirty share of per-CPU lines", costs => costs.DirtyShare, (costs, value) => costs with { DirtyShare = value }),
        ("grace period a busy CPU (us)", costs => costs.GracePerBusyCpuMicroseconds, (costs, value) => costs with { GracePerBusyCpuMicroseconds = value }),
    ];

    /// <summary>Two jobs a parameter: at its low and at its high bound.</summary>
    public static IEnumerable<(Scenario Scenario, long Seed)> Jobs(Scenario scenario, long seed)
    {
        foreach (var (_, read, pin) in Parameters)
        {
            var interval = read(scenario.Costs);
            foreach (var bound in (double[])[interval.Low, interval.High])
                yield return (scenario with { Costs = pin(scenario.Costs, Interval.Exact(bound)) }, seed);
        }
    }

    /// <summary>The rows of the jobs' results.</summary>
    public static IReadOnlyList<SensitivityRow> Rows(Scenario scenario, IReadOnlyList<StormResult> results) =>
    [
        .. Parameters.Select((parameter, i) =>
        {
            var interval = parameter.Read(scenario.Costs);
            return new SensitivityRow(
                parameter.Name, interval.Low, interval.High, results[2 * i].MakespanPs / PsPerMs, results[(2 * i) + 1].MakespanPs / PsPerMs);
        }),
    ];
}
