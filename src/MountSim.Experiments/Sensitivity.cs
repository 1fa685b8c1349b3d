using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Experiments;

/// <summary>
/// The makespan with the most uncertain parameters at their bounds, each alone and all others at their values, under the random numbers of the first
/// replication: what a better measurement would be worth.
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

    /// <summary>The scenarios to run: everything at its value, then each parameter at its low and at its high bound.</summary>
    public static IEnumerable<Scenario> Scenarios(Scenario scenario)
    {
        var central = Central(scenario);
        yield return central;
        foreach (var parameter in Parameters)
        {
            var interval = parameter.Read(scenario);
            yield return parameter.Pin(central, Interval.Exact(interval.Low));
            yield return parameter.Pin(central, Interval.Exact(interval.High));
        }
    }

    /// <summary>The rows of those scenarios' results.</summary>
    public static IReadOnlyList<SensitivityRow> Rows(Scenario scenario, IReadOnlyList<StormResult> results)
    {
        double Makespan(int i) => results[i].MakespanPs / PsPerMs;
        return
        [
            .. Parameters.Select((parameter, i) =>
            {
                var interval = parameter.Read(scenario);
                return new SensitivityRow(
                    parameter.Name, interval.Low, interval.Value, interval.High, Makespan((2 * i) + 1), Makespan(0), Makespan((2 * i) + 2));
            }),
        ];
    }

    // What a loop over CPUs waits for memory depends on both only through their ratio.
    private static Interval Fetched(CostModel costs) => new(
        costs.DirtyShare.Value / costs.ParallelLoads.Value,
        costs.DirtyShare.Low / costs.ParallelLoads.High,
        costs.DirtyShare.High / costs.ParallelLoads.Low);

    private static Scenario Central(Scenario scenario)
    {
        var costs = scenario.Costs;
        static Interval Mid(Interval interval) => Interval.Exact(interval.Value);
        return scenario with
        {
            NsPerInstruction = Mid(scenario.NsPerInstruction),
            Costs = costs with
            {
                ClassRatio = Enum.GetValues<WorkClass>().ToDictionary(key => key, key => Mid(costs.ClassRatio[key])),
                DirtyShare = Mid(costs.DirtyShare),
                ParallelLoads = Mid(costs.ParallelLoads),
                GraceBaseMicroseconds = Mid(costs.GraceBaseMicroseconds),
                GracePerBusyCpuMicroseconds = Mid(costs.GracePerBusyCpuMicroseconds),
            },
        };
    }

    private sealed record Parameter(string Name, Func<Scenario, Interval> Read, Func<Scenario, Interval, Scenario> Pin);
}
