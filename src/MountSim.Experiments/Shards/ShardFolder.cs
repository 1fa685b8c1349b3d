using System.Text.Json.Serialization.Metadata;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>A folder of parts: what of its work is there, and the lines when all are.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Work">What the parts are of.</param>
/// <param name="States">A state a shard.</param>
public sealed record ShardFolder(string Folder, ShardedWork Work, IReadOnlyList<ShardState> States)
{
    /// <summary>Shards whose part is not there or cannot be merged.</summary>
    public IReadOnlyList<int> Missing => [.. States.Where(state => !state.IsDone).Select(state => state.Shard)];

    /// <summary>Looks at a folder of whatever kind.</summary>
    /// <exception cref="ModelException">It is no folder of parts.</exception>
    public static ShardFolder Read(string folder) => Read(folder, WorkIn(folder) ?? throw new ModelException(
        folder, $"has no {ShardKind.Sweep.FileName} and no {ShardKind.Fleet.FileName}; allowed: a folder that '{ShardKind.Sweep.Command}' or '{ShardKind.Fleet.Command}' made"));

    /// <summary>What the parts of a folder are of; null for a folder without any.</summary>
    /// <exception cref="ModelException">The file that says it is damaged.</exception>
    public static ShardedWork? WorkIn(string folder) =>
        File.Exists(Path.Combine(folder, ShardKind.Sweep.FileName)) ? SweepFile.Read(folder).Work()
            : File.Exists(Path.Combine(folder, ShardKind.Fleet.FileName)) ? FleetFile.Read(folder).Work()
            : null;

    /// <summary>Looks at a folder of known work.</summary>
    internal static ShardFolder Read(string folder, ShardedWork work) => new(folder, work, [.. Enumerable.Range(0, work.Shards).Select(index => StateOf(folder, work, new Shard(index, work.Shards)))]);

    /// <summary>The lines in the order of the work: each scenario once.</summary>
    /// <exception cref="ModelException">A shard is missing, a part is of other work or another version, or a scenario is in no part or in two.</exception>
    internal IEnumerable<T> Lines<T>(JsonTypeInfo<T> type)
        where T : class, IPartLine
    {
        CheckWhole();
        var expected = 0L;
        foreach (var line in InOrder(type))
        {
            if (line.Position >= Work.Scenarios) throw Wrong(line.Position, $"is in a part, and the {Work.Kind.Noun} has {Numbers.Text(Work.Scenarios)}");
            if (line.Position != expected) throw Wrong(Math.Min(expected, line.Position), line.Position < expected ? "is in two parts" : "is in no part");
            expected++;
            yield return line;
        }
        if (expected != Work.Scenarios) throw Wrong(expected, "is in no part");
    }

    /// <summary>Refuses a folder that cannot be merged.</summary>
    /// <exception cref="ModelException">A shard is missing, or a part is of other work or another version.</exception>
    public void CheckWhole()
    {
        var refused = States.FirstOrDefault(state => state.Problem is not null);
        if (refused is not null) throw new ModelException(Part.PathOf(Folder, new Shard(refused.Shard, Work.Shards)), refused.Problem!);
        var own = States.Select(state => Part.PathOf(Folder, new Shard(state.Shard, Work.Shards))).ToHashSet(StringComparer.Ordinal);
        var foreign = Part.PathsIn(Folder).FirstOrDefault(path => !own.Contains(path));
        if (foreign is not null) throw new ModelException(foreign, $"is no part of the folder's {Work.Kind.Noun} of {Numbers.Text(Work.Shards)} shards; remove it, or merge the folder it belongs to");
        if (Missing.Count > 0) throw new ModelException(Folder, $"lacks {Numbers.Text(Missing.Count)} of {Numbers.Text(Work.Shards)} shards: {IndexList.Text(Missing)}; run them, then merge");
    }

    private static ShardState StateOf(string folder, ShardedWork work, Shard shard)
    {
        var path = Part.PathOf(folder, shard);
        if (!File.Exists(path)) return new ShardState(shard.Index, null, null, null);
        try
        {
            var header = Part.Open(path).Header;
            var problem = header.WhyNot(work) ?? (header.Shard == shard.Index ? null : $"is shard {Numbers.Text(header.Shard)} by its first line");
            return new ShardState(shard.Index, header.Lines, header.Failures, problem);
        }
        catch (ModelException damaged)
        {
            return new ShardState(shard.Index, null, null, damaged.Problem);
        }
    }

    private ModelException Wrong(long position, string what) => new(Folder, $"scenario {Numbers.Text(position + 1)} {what}; run the {Work.Kind.Noun} again in another folder");

    private IEnumerable<T> InOrder<T>(JsonTypeInfo<T> type)
        where T : class, IPartLine
    {
        var next = new PriorityQueue<PartCursor<T>, long>();
        foreach (var state in States) Queue(new PartCursor<T>(Part.Open(Part.PathOf(Folder, new Shard(state.Shard, Work.Shards))), type));
        while (next.TryDequeue(out var cursor, out _))
        {
            yield return cursor.Take();
            Queue(cursor);
        }

        void Queue(PartCursor<T> cursor)
        {
            if (cursor.Position is { } position) next.Enqueue(cursor, position);
        }
    }
}
