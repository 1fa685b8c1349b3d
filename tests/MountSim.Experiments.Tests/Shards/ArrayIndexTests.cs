using MountSim.Experiments.Shards;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Shards;

public sealed class ArrayIndexTests
{
    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=5", null, "3/5")]
    [InlineData("SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=5 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=5", null, "2/5")]
    [InlineData("SLURM_ARRAY_TASK_ID=14 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_MAX=14 SLURM_ARRAY_TASK_STEP=2", null, "2/3")]
    [InlineData("SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=7", 40, "7/40")]
    [InlineData("JOB_COMPLETION_INDEX=0", 4, "0/4")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=9 AWS_BATCH_JOB_ARRAY_SIZE=10", null, "9/10")]
    [InlineData("PBS_ARRAY_INDEX=1", 2, "1/2")]
    public void A_scheduler_says_the_shard(string environment, int? shards, string expected) => Assert.Equal(expected, Of(environment, shards).ToString());

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=7", null, "the job array has holes")]
    [InlineData("JOB_COMPLETION_INDEX=0", null, "JOB_COMPLETION_INDEX says no number of shards")]
    [InlineData("JOB_COMPLETION_INDEX=0 PBS_ARRAY_INDEX=1", 2, "are both set")]
    [InlineData("JOB_COMPLETION_INDEX=2", 2, "makes shard 2 of 2; allowed: 0 to 1")]
    [InlineData("PBS_ARRAY_INDEX=x", 2, "found 'x'; allowed: a whole number")]
    [InlineData("", 2, "no scheduler gives it")]
    public void What_says_no_shard_is_refused(string environment, int? shards, string refusal) =>
        Assert.Contains(refusal, Assert.Throws<ModelException>(() => Of(environment, shards)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("3,7-9", 3, 7, 8, 9)]
    [InlineData("0-1", 0, 1)]
    [InlineData("")]
    public void Indices_are_written_as_ranges(string text, params int[] indices) => Assert.Equal(text, IndexList.Text(indices));

    private static Shard Of(string environment, int? shards)
    {
        var set = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).ToDictionary(word => word[0], word => word[1], StringComparer.Ordinal);
        return ArrayIndex.Of(set.GetValueOrDefault, shards);
    }
}
