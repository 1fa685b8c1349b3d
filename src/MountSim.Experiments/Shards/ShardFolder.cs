using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>A folder of parts: what of its sweep is there, and the rows when all are.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Sweep">The sweep it is of.</param>
/// <param name="States">A state a shard.</param>
public sealed record ShardFolder(string Folder, SweepFile Sweep, IReadOnlyList<ShardState> States)
{
    /// <summary>Shards whose part is not there or cannot be merged.</summary>
    public IReadOnlyList<int> Missing => [.. States.Where(state => !state.IsDone).Select(state => state.Shard)];

    /// <summary>Looks at a folder.</summary>
    /// <exception cref="ModelException">It is no folder of parts.</exception>
    public static ShardFolder Read(string folder)
    {
        var sweep = SweepFile.Read(folder);
        return new ShardFolder(folder, sweep, [.. Enumerable.Range(0, sweep.Shards).Select(index => StateOf(folder, sweep, new Shard(index, sweep.Shards)))]);
    }

    /// <summary>The rows in the sweep's order, as one machine would give them. Failures come to a list of their own.</summary>
    /// <param name="failures">Gets the scenarios that failed, in the sweep's order.</param>
    /// <exception cref="ModelException">A shard is missing, a part is of another sweep or version, or a scenario is in no part or in two.</exception>
    public IEnumerable<SweepRow> Rows(ICollection<SweepFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        CheckWhole();
        var plan = Sweep.Plan();
        var expected = 0L;
        foreach (var line in Lines())
        {
            if (line.Position != expected) throw new ModelException(Folder, $"scenario {Requests.Numbers.Text(Math.Min(expected, line.Position) + 1)} is in {(line.Position < expected ? "two parts" : "no part")}; run the sweep again in another folder");
            expected++;
            var scenario = plan[line.Position];
            if (line.Summary is { } summary) yield return new SweepRow(scenario, summary);
            else failures.Add(new SweepFailure(scenario, line.Problem!));
        }
        if (expected != plan.Count) throw new ModelException(Folder, $"scenario {Requests.Numbers.Text(expected + 1)} is in no part; run the sweep again in another folder");
    }

    /// <summary>Refuses a folder that cannot be merged.</summary>
    /// <exception cref="ModelException">A shard is missing, or a part is of another sweep or version.</exception>
    public void CheckWhole()
    {
        var refused = States.FirstOrDefault(state => state.Problem is not null);
        if (refused is not null) throw new ModelException(Part.PathOf(Folder, new Shard(refused.Shard, Sweep.Shards)), refused.Problem!);
        var own = States.Select(state => Part.PathOf(Folder, new Shard(state.Shard, Sweep.Shards))).ToHashSet(StringComparer.Ordinal);
        var foreign = Part.PathsIn(Folder).FirstOrDefault(path => !own.Contains(path));
        if (foreign is not null) throw new ModelException(foreign, $"is no part of the folder's sweep of {Requests.Numbers.Text(Sweep.Shards)} shards; remove it, or merge the folder it belongs to");
        if (Missing.Count > 0) throw new ModelException(Folder, $"lacks {Requests.Numbers.Text(Missing.Count)} of {Requests.Numbers.Text(Sweep.Shards)} shards: {IndexList.Text(Missing)}; run them, then merge");
    }

    private static ShardState StateOf(string folder, SweepFile sweep, Shard shard)
    {
        var path = Part.PathOf(folder, shard);
        if (!File.Exists(path)) return new ShardState(shard.Index, null, null, null);
        try
        {
            var header = Part.Open(path).Header;
            var problem = header.WhyNot(sweep) ?? (header.Shard == shard.Index ? null : $"is shard {Requests.Numbers.Text(header.Shard)} by its first line");
            return new ShardState(shard.Index, header.Lines, header.Failures, problem);
        }
        catch (ModelException damaged)
        {
            return new ShardState(shard.Index, null, null, damaged.Problem);
        }
    }

    private IEnumerable<PartLine> Lines()
    {
        var next = new PriorityQueue<PartCursor, long>();
        foreach (var state in States) Queue(new PartCursor(Part.Open(Part.PathOf(Folder, new Shard(state.Shard, Sweep.Shards)))));
        while (next.TryDequeue(out var cursor, out _))
        {
            yield return cursor.Take();
            Queue(cursor);
        }

        void Queue(PartCursor cursor)
        {
            if (cursor.Position is { } position) next.Enqueue(cursor, position);
        }
    }
}
