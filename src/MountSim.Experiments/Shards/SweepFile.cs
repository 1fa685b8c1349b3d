using System.Text.Json;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Model.Files;

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
    /// <summary>Its name in the folder.</summary>
    public const string Name = "sweep.json";

    private const string CurrentFormat = "mountsim-sweep-shards/1";
    private const int HashDigits = 64; // SHA-256

    /// <summary>The file of a plan.</summary>
    public static SweepFile Of(SweepPlan plan, int shards, string version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var said = plan.Grids.SelectMany(grid => grid.Axes.Where(axis => axis.Field == "seed").SelectMany(axis => axis.Values)).Distinct(StringComparer.Ordinal).ToList();
        var seed = said.Count switch
        {
            0 => Numbers.Text(new PredictRequest().Seed),
            1 => said[0],
            _ => $"{said[0]} to {said[^1]}, {Numbers.Text(said.Count)} values", // each part says it, and the grids have them all
        };
        return new SweepFile(CurrentFormat, plan.Hash, version, seed, shards, plan.Count, plan.Grids);
    }

    /// <summary>Reads a folder's file.</summary>
    /// <exception cref="ModelException">There is none, or it is damaged.</exception>
    public static SweepFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) throw new ModelException(folder, $"has no {Name}; allowed: a folder that 'mountsim sweep run --out' made");
        try
        {
            var read = JsonSerializer.Deserialize(InputFile.Bytes(path), ShardJsonContext.Default.SweepFile);
            if (read?.Format != CurrentFormat) throw new ModelException(path, $"is of format '{read?.Format}'; allowed: {CurrentFormat}");
            if (!read.IsWhole()) throw Damaged(path, "something is missing or out of range");
            return Made(path, read) == read.Scenarios ? read : throw Damaged(path, $"it says {Numbers.Text(read.Scenarios)} scenarios, and its grids make another number");
        }
        catch (JsonException failure)
        {
            throw Damaged(path, failure.Message);
        }
    }

    /// <summary>Refuses a folder that is another sweep's.</summary>
    /// <exception cref="ModelException">What differs.</exception>
    public void CheckAgainst(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name))) return;
        var there = Read(folder);
        var difference = there.Sweep != Sweep ? $"another sweep ({there.Sweep[..12]}, and this is {Sweep[..12]})"
            : there.Version != Version ? $"rows of version {there.Version}, and this is {Version}"
            : there.Shards != Shards ? $"{Numbers.Text(there.Shards)} shards, and {Numbers.Text(Shards)} are asked for"
            : null;
        if (difference is not null) throw new ModelException("--out", $"'{folder}' holds {difference}; allowed: the same sweep, or another folder");
    }

    /// <summary>The plan, as the machines that ran it had it.</summary>
    public SweepPlan Plan() => new(Grids, Sweep);

    // What the JSON reader does not look at: the elements of lists, and numbers that would make a plan without end.
    private bool IsWhole() =>
        Sweep?.Length == HashDigits && Version is not null && Seed is not null && Shards is >= 1 and <= Shard.Most && Scenarios >= 1 && Grids?.Count > 0
        && Grids.All(grid => grid is { Place: not null } && grid.Axes?.All(axis => axis is { Values.Count: > 0 } && RequestFields.Names.Contains(axis.Field) && axis.Values.All(value => value is not null)) == true);

    private static long Made(string path, SweepFile read)
    {
        try
        {
            return read.Plan().Count;
        }
        catch (ModelException tooMany)
        {
            throw Damaged(path, tooMany.Message);
        }
    }

    private static ModelException Damaged(string path, string why) => new(path, $"is damaged ({why}); remove it and run a shard again");

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ShardJsonContext.Default.SweepFile);
}
