using System.Globalization;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Shards;

/// <summary>
/// The shard that a scheduler asks for by the environment of a job array's task: Slurm (sbatch(1), "Job Array Support"), Kubernetes Indexed Jobs, AWS Batch and PBS.
/// </summary>
public static class ArrayIndex
{
    private const string Slurm = "SLURM_ARRAY_TASK_ID";

    private static readonly (string Index, string? Count)[] Schedulers =
    [
        (Slurm, "SLURM_ARRAY_TASK_COUNT"),
        ("JOB_COMPLETION_INDEX", null),
        ("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE"),
        ("PBS_ARRAY_INDEX", null),
    ];

    /// <summary>Names of the variables that say an index.</summary>
    public static IReadOnlyList<string> Variables { get; } = [.. Schedulers.Select(scheduler => scheduler.Index)];

    /// <summary>The shard.</summary>
    /// <param name="environment">A variable's value, null where it is not set.</param>
    /// <param name="shards">How many there are, when the command line says it: then an index is a shard's number, so that a few can be sent again.</param>
    /// <exception cref="ModelException">No scheduler says an index, or what it says is none.</exception>
    public static Shard Of(Func<string, string?> environment, int? shards)
    {
        var set = Schedulers.Where(scheduler => environment(scheduler.Index) is { Length: > 0 }).ToList();
        if (set.Count == 0) throw new ModelException("--shard", $"is not given, and no scheduler gives it; allowed: I/N, or one of {string.Join(", ", Variables)} in the environment");
        if (set.Count > 1) throw new ModelException("--shard", $"is not given, and {string.Join(" and ", set.Select(scheduler => scheduler.Index))} are both set; allowed: one of them, or --shard I/N");
        var (index, count) = set[0];
        if (shards is { } all) return Shard(index, Whole(environment, index), all);
        if (count is null || environment(count) is not { Length: > 0 }) throw new ModelException("--shards", $"is not given, and {index} says no number of shards; allowed: --shards N");
        return index == Slurm ? WholeArray(environment) : Shard(index, Whole(environment, index), Whole(environment, count));
    }

    // --array=1-40 or 0-78:2: the tasks in their order. An array with holes is not a whole sweep, and its count is not that of the shards.
    private static Shard WholeArray(Func<string, string?> environment)
    {
        var (id, count) = (Whole(environment, Slurm), Whole(environment, "SLURM_ARRAY_TASK_COUNT"));
        var first = WholeOr(environment, "SLURM_ARRAY_TASK_MIN", 0);
        var step = Math.Max(1, WholeOr(environment, "SLURM_ARRAY_TASK_STEP", 1));
        var last = WholeOr(environment, "SLURM_ARRAY_TASK_MAX", first + ((count - 1) * step));
        if (last != first + ((count - 1) * step) || (id - first) % step != 0)
            throw new ModelException("--shards", "is not given, and the job array has holes; allowed: --shards N, so that a task's index is its shard's number");
        return Shard(Slurm, (id - first) / step, count);
    }

    private static Shard Shard(string variable, long index, long count) => count is >= 1 and <= Shards.Shard.Most && index >= 0 && index < count
        ? new Shard((int)index, (int)count)
        : throw new ModelException(variable, string.Create(CultureInfo.InvariantCulture, $"makes shard {index} of {count}; allowed: 0 to {count - 1}"));

    private static long WholeOr(Func<string, string?> environment, string variable, long otherwise) => environment(variable) is { Length: > 0 } ? Whole(environment, variable) : otherwise;

    private static long Whole(Func<string, string?> environment, string variable) => Numbers.TryWhole(environment(variable) ?? "", out var value)
        ? value
        : throw new ModelException(variable, $"found '{environment(variable)}'; allowed: a whole number");
}
