using MountSim.Model.Costs;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>
/// The makespan of the first replication with one of the most uncertain parameters at a bound, all others as they were drawn there, under the same random numbers: what a
/// better measurement would be worth.
/// </summary>
internal static class Sensitivity
{
    private const double PsPerMs = 1e9;

    private static readonly Parameter[] Parameters =
    [
        new("ns an instruction (machine)", scenario => scenario.NsPerInstruction, (scenario, value) => scenario with { NsPerInstruction = value }),
        new(
            "per-CPU lines fetched, dirty share / parallel loads",
            scenario => Fetched(scenario.Costs),
            (scenario, value) => scenario with { Costs = scenario.Costs with { DirtyShare = value, ParallelLoads = Interval.Exact(1) } }),
    ];

    /// <summary>The scenarios to run under the first replication's seed: each parameter at its low and at its high bound.</summary>
    public static IEnumerable<Scenario> Scenarios(Scenario scenario)
    {
        foreach (var parameter in Parameters)
        {
            var interval = parameter.Read(scenario);
            yield return parameter.Pin(scenario, Interval.Exact(interval.Low));
            yield return parameter.Pin(scenario, Interval.Exact(interval.High));
        }
    }

    /// <summary>The rows of those scenarios' results.</summary>
    public static IReadOnlyList<SensitivityRow> Rows(Scenario scenario, StormResult first, IReadOnlyList<StormResult> results)
    {
        static double Makespan(StormResult result) => result.MakespanPs / PsPerMs;
        return
        [
            .. Parameters.Select((parameter, i) =>
            {
                var interval = parameter.Read(scenario);
                return new SensitivityRow(
                    parameter.Name, interval.Low, interval.Value, interval.High, Makespan(results[2 * i]), Makespan(first), Makespan(results[(2 * i) + 1]));
            }),
        ];
    }

    // What a loop over CPUs waits for memory depends on both only through their ratio.
    private static Interval Fetched(CostModel costs) => new(
        costs.DirtyShare.Value / costs.ParallelLoads.Value,
        costs.DirtyShare.Low / costs.ParallelLoads.High,
        costs.DirtyShare.High / costs.ParallelLoads.Low);

    private sealed record Parameter(string Name, Func<Scenario, Interval> Read, Func<Scenario, Interval, Scenario> Pin);
}
