using System.Text.Json;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>The sweep that a folder of parts is of, in the file <c>sweep.json</c>: whoever has the folder can say what is missing and write the rows.</summary>
/// <param name="Format">Name and version of this layout.</param>
/// <param name="Sweep">The plan's hash.</param>
/// <param name="Version">Of the program that computes the rows, since another may compute other numbers.</param>
/// <param name="Seed">The scenarios' seeds.</param>
/// <param name="Shards">Parts when it is whole.</param>
/// <param name="Scenarios">Scenarios in all.</param>
/// <param name="Grids">What the scenarios are made of.</param>
public sealed record SweepFile(string Format, string Sweep, string Version, string Seed, int Shards, long Scenarios, IReadOnlyList<SweepGrid> Grids)
{
    private const string CurrentFormat = "mountsim-sweep-shards/1";

    /// <summary>The file of a plan.</summary>
    public static SweepFile Of(SweepPlan plan, int shards, string version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var said = plan.Grids.SelectMany(grid => grid.Axes.Where(axis => axis.Field == "seed").SelectMany(axis => axis.Values)).Distinct(StringComparer.Ordinal).ToList();
        return new SweepFile(CurrentFormat, plan.Hash, version, ShardedWork.SeedText(said), shards, plan.Count, plan.Grids);
    }

    /// <summary>Reads a folder's file.</summary>
    /// <exception cref="ModelException">There is none, or it is damaged.</exception>
    public static SweepFile Read(string folder) => FolderFile.Read(folder, ShardKind.Sweep, ShardJsonContext.Default.SweepFile, CurrentFormat, file => file.Format, file => file.WhyNot());

    /// <summary>What the parts are of.</summary>
    public ShardedWork Work() => new(ShardKind.Sweep, Sweep, Version, Seed, Shards, Scenarios);

    /// <summary>The plan, as the machines that ran it had it.</summary>
    public SweepPlan Plan() => new(Grids, Sweep);

    private string? WhyNot()
    {
        if (!IsWhole()) return FolderFile.NotWhole;
        try
        {
            return Plan().Count == Scenarios ? null : $"it says {Numbers.Text(Scenarios)} scenarios, and its grids make another number";
        }
        catch (ModelException tooMany)
        {
            return tooMany.Message;
        }
    }

    // What the JSON reader does not look at: the elements of lists, and numbers that would make a plan without end.
    private bool IsWhole() =>
        Work().IsWhole(leastScenarios: 1) && Grids?.Count > 0
        && Grids.All(grid => grid is { Place: not null } && grid.Axes?.All(axis => axis is { Values.Count: > 0 } && RequestFields.Names.Contains(axis.Field) && axis.Values.All(value => value is not null)) == true);

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ShardJsonContext.Default.SweepFile);
}
