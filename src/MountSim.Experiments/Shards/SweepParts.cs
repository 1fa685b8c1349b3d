using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>A sweep's parts: its rows, as one machine would give them.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Parts">The folder.</param>
public sealed record SweepParts(SweepFile Sweep, ShardFolder Parts)
{
    /// <summary>Looks at a folder.</summary>
    /// <exception cref="ModelException">It is no folder of a sweep's parts.</exception>
    public static SweepParts Read(string folder)
    {
        var sweep = SweepFile.Read(folder);
        return new SweepParts(sweep, ShardFolder.Read(folder, sweep.Work()));
    }

    /// <summary>The rows in the sweep's order. Failures come to a list of their own.</summary>
    /// <param name="failures">Gets the scenarios that failed, in the sweep's order.</param>
    /// <exception cref="ModelException">A shard is missing, a part is of another sweep or version, or a scenario is in no part or in two.</exception>
    public IEnumerable<SweepRow> Rows(ICollection<SweepFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var plan = Sweep.Plan();
        foreach (var line in Parts.Lines(ShardJsonContext.Default.PartLine))
        {
            var scenario = plan[line.Position];
            if (line.Summary is { } summary) yield return new SweepRow(scenario, summary);
            else failures.Add(new SweepFailure(scenario, line.Problem!));
        }
    }
}
