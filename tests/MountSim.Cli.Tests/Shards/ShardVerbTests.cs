using MountSim.Model;

namespace MountSim.Cli.Tests.Shards;

/// <summary>What shards promise, with a predictor that answers at once.</summary>
public sealed class ShardVerbTests : IDisposable
{
    private const string Scenarios = "--containers 10..60:10 --runtime runc-1.5,crun-1.29";

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_shard_that_is_there_is_not_computed_again()
    {
        Assert.Equal(ExitCode.Done, Run($"sweep run {Scenarios} --shard 1/4 --out {Parts}").Exit);
        tool.Summary = _ => throw new InvalidOperationException("asked again");
        var again = Run($"sweep run {Scenarios} --shard 1/4 --out {Parts}");
        Assert.Equal((ExitCode.Done, $"shard 1/4 is in {Parts}/part-00001-of-00004.jsonl already\n"), (again.Exit, again.Error));
    }

    [Fact]
    public void A_failing_scenario_is_named_spares_the_others_and_is_tried_again()
    {
        var answer = tool.Summary;
        tool.Summary = request => request.Workload.Containers == 20 && request.Runtime == "runc-1.5" ? throw new ModelException("--kernel", "cannot") : answer(request);
        var run = Run($"sweep run {Scenarios} --shard 0/1 --out {Parts} --quiet");
        Assert.Equal((ExitCode.Partial, "error: scenario 3 (containers=20 runtime=runc-1.5; the command line): --kernel: cannot\n1 of 12 scenarios failed; the others are done\n"), (run.Exit, run.Error));
        Assert.Equal("1 of 1 shards are done\n1 scenarios failed\n", Run($"sweep status {Parts}").Out);
        var (merged, one) = (Run($"sweep merge {Parts} --format json"), Run($"sweep {Scenarios} --format json"));
        Assert.Equal(one with { Out = WithoutCommand(one.Out) }, merged with { Out = WithoutCommand(merged.Out) });
        Assert.Equal(ExitCode.Partial, merged.Exit);

        tool.Summary = answer;
        Assert.Equal(ExitCode.Done, Run($"sweep run {Scenarios} --shard 0/1 --out {Parts} --quiet").Exit);
        Assert.Equal(Run($"sweep {Scenarios} --format csv"), Run($"sweep merge {Parts} --format csv"));
    }

    // A result says the command that makes it again, and these are two.
    private static string WithoutCommand(string json) => string.Join('\n', json.Split('\n').Where(line => !line.Contains("\"command\"", StringComparison.Ordinal)));

    [Fact]
    public void Gaps_are_named_as_schedulers_take_them()
    {
        foreach (var index in new[] { 0, 1, 2, 4, 5, 6 }) Run($"sweep run {Scenarios} --shard {index}/10 --out {Parts}");
        var status = Run($"sweep status {Parts}");
        Assert.Equal((ExitCode.AnsweredNo, "6 of 10 shards are done\nmissing, for Slurm:      --array=3,7-9\nmissing, index by index: 3 7 8 9\n"), (status.Exit, status.Out));
        var merge = Run($"sweep merge {Parts} --output {tool.In("a.csv")}");
        Assert.Equal((ExitCode.BadInput, $"error: {Parts}: lacks 4 of 10 shards: 3,7-9; run them, then merge\n"), (merge.Exit, merge.Error));
        Assert.False(File.Exists(tool.In("a.csv")));
    }

    [Theory]
    [InlineData("--containers 10..70:10 --runtime runc-1.5,crun-1.29 --shard 0/4", "another sweep")]
    [InlineData($"{Scenarios} --shard 0/5", "4 shards, and 5 are asked for")]
    public void A_folder_takes_one_sweep_only(string other, string refusal)
    {
        Run($"sweep run {Scenarios} --shard 0/4 --out {Parts}");
        var result = Run($"sweep run {other} --out {Parts}");
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Contains(refusal, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"hash\":\"", "\"hash\":\"0", "is of another sweep")]
    [InlineData("\"version\":\"", "\"version\":\"0.", "was computed by version 0.")]
    [InlineData("\"lines\":12", "\"lines\":13", "is missing: the part is damaged")]
    [InlineData("\"lines\":12", "\"lines\":11", "is one more than the first line says")]
    [InlineData("\"position\":4,", "\"position\":3,", "is out of order")]
    [InlineData("\"position\":11,", "\"position\":12,", "scenario 13 is in a part, and the sweep has 12")]
    [InlineData("{\"position\":4,", "{\"position\":4", "cannot be read")]
    public void A_merge_refuses_what_is_no_part_of_the_sweep(string text, string changed, string refusal)
    {
        Run($"sweep run {Scenarios} --shard 0/1 --out {Parts}");
        var part = Path.Combine(Parts, "part-00000-of-00001.jsonl");
        File.WriteAllText(part, File.ReadAllText(part).Replace(text, changed, StringComparison.Ordinal));
        var result = Run($"sweep merge {Parts} --output {tool.In("a.csv")}");
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Contains(refusal, result.Error, StringComparison.Ordinal);
        Assert.Equal(["parts"], tool.Files());
    }

    [Fact]
    public void Without_an_index_a_shard_is_refused() => Assert.Equal(
        "error: --shard: is not given, and no scheduler gives it; allowed: I/N, or one of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, PBS_ARRAY_INDEX in the environment\n",
        Run($"sweep run {Scenarios} --out {Parts}").Error);

    [Fact]
    public void A_plan_runs_nothing()
    {
        tool.Summary = _ => throw new InvalidOperationException("ran");
        var plan = Run($"sweep plan {Scenarios} --shards 4 --threads 2 --format csv");
        Assert.Equal(ExitCode.Done, plan.Exit);
        Assert.StartsWith("12,4,", plan.Out.Split("\r\n")[1], StringComparison.Ordinal);
    }

    private string Parts => tool.In("parts");

    private Result Run(string line) => tool.Run(line.Split(' '));
}
