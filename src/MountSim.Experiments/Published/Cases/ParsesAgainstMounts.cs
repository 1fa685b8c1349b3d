using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M11: a parse of the mount table against a mount.</summary>
internal static class ParsesAgainstMounts
{
    private const int Mounts = 764;
    private const double Published = 38.9 / 59 / (0.008 / 40), PsPerMicrosecond = 1e6;

    private static readonly Dictionary<Variable, double> State = new() { [Variable.Mounts] = Mounts, [Variable.Tree] = 1, [Variable.Components] = 6, [Variable.Tasks] = 1_000 };

    public static PublishedCase Case { get; } = new(
        "M11",
        "A host with 764 mounts: 59 full parses of mountinfo took 38.9 s under strace, the 40 mount() calls between them 8 ms (systemd issue 42375, 2026)",
        "One parse costs 3,300 mounts there; strace stops systemd twice at each of its many calls and a mount only once, so the figure is an upper end. 'Readers cost more than mounts' is at least ten times",
        run => [ValidationRow.InBand("a parse by systemd over a mount", "", run.OfSeeds(Ratio), new(Published, 10, Published))]);

    private static double Ratio(long seed)
    {
        var scenario = ScenarioBuilder.Build(new PredictRequest { Cores = 8, Sockets = 1 }).Scenario;
        var bench = new OperationBench(scenario, seed);
        var parse = bench.Run(State, "mountinfo.read") + (Mounts * scenario.Workload.SystemdParseMicroseconds * PsPerMicrosecond);
        return parse / bench.Run(State, "mount.tmpfs");
    }
}
