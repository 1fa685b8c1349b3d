using System.Globalization;
using MountSim.Experiments;
using MountSim.Experiments.Fleets;

namespace MountSim.Cli.Tests.Shards;

/// <summary>What a fleet's shards promise, with a planner that answers at once, differently for each scenario and with numbers that no decimal text is equal to.</summary>
public sealed class FleetShardTests : IDisposable
{
    private const string Header = "class,hosts,containers,demand_containers,team\n";
    private const string Hosts = Header + "a,10,100,,x\nb,5,100,900,y\nc,3,50,,x\nd,3,60,70,z\ne,8,70,,z\n"; // a and b are one scenario: four in all

    private readonly ToolUnderTest tool = new();

    public FleetShardTests()
    {
        File.WriteAllText(Table, Hosts);
        tool.FleetAnswer = Answer;
    }

    private string Table => tool.In("hosts.csv");

    private string Parts => tool.In("parts");

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData(1, "csv")]
    [InlineData(3, "csv")]
    [InlineData(7, "csv")] // more shards than scenarios: some are empty
    [InlineData(3, "json")]
    [InlineData(3, "table")]
    public void A_plan_from_parts_is_what_one_machine_writes(int shards, string format)
    {
        RunAll(shards);
        tool.FleetAnswer = _ => throw new InvalidOperationException("computed again");
        var planned = Run($"--from {Parts} --format {format}");
        tool.FleetAnswer = Answer;
        Assert.Equal(ExitCode.Done, planned.Exit);
        Assert.Equal(Run($"--format {format}"), planned);
    }

    [Fact]
    public void Each_scenario_is_computed_by_one_shard()
    {
        var asked = new List<int>();
        tool.FleetAnswer = scenario =>
        {
            asked.Add(scenario.Workload.Containers);
            return Answer(scenario);
        };
        RunAll(3);
        Assert.Equal([50, 60, 70, 100], asked.Order());
    }

    [Fact]
    public void A_shard_that_is_there_is_not_computed_again()
    {
        Assert.Equal((ExitCode.Done, $"wrote {Parts}/part-00001-of-00004.jsonl\n"), Said(Run($"--shard 1/4 --out {Parts}")));
        tool.FleetAnswer = _ => throw new InvalidOperationException("computed again");
        Assert.Equal((ExitCode.Done, $"shard 1/4 is in {Parts}/part-00001-of-00004.jsonl already\n"), Said(Run($"--shard 1/4 --out {Parts}")));
        Assert.Equal(["fleet.json", "part-00001-of-00004.jsonl"], Directory.EnumerateFiles(Parts).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gaps_are_named_as_schedulers_take_them()
    {
        foreach (var index in new[] { 0, 1, 2, 4, 5, 6 }) Run($"--shard {index}/10 --out {Parts}");
        var plan = Run($"--from {Parts} --output {tool.In("plan.csv")}");
        Assert.Equal((ExitCode.BadInput, $"error: {Parts}: lacks 4 of 10 shards: 3,7-9; run them, then merge\n"), Said(plan));
        Assert.False(File.Exists(tool.In("plan.csv")));
        var status = tool.Run("sweep", "status", Parts);
        Assert.Equal((ExitCode.AnsweredNo, "6 of 10 shards are done\nmissing, for Slurm:      --array=3,7-9\nmissing, index by index: 3 7 8 9\n"), (status.Exit, status.Out));
    }

    [Theory]
    [InlineData("--slo start_p99_ms<=5000")]
    [InlineData("--search-to 5")]
    [InlineData("--layers 7")]
    [InlineData("--seed 2")]
    [InlineData("--replications 4")]
    public void Parts_of_another_question_are_refused(string other)
    {
        RunAll(2);
        foreach (var result in new[] { Run($"{other} --shard 0/2 --out {Parts}"), Run($"{other} --from {Parts}") })
        {
            Assert.Equal((ExitCode.BadInput, ""), (result.Exit, result.Out));
            Assert.Contains($"'{Parts}' holds another fleet, or one that was asked with other options", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parts_of_another_fleet_are_refused()
    {
        RunAll(2);
        File.WriteAllText(Table, Hosts + "f,1,80,,z\n");
        Assert.Contains("error: --from: ", Run($"--from {Parts}").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_changed_is_another_question()
    {
        var profile = tool.In("profile.json");
        File.Copy(Directory.EnumerateFiles(Path.Combine(Repository.Root, "calibration"), "*.json").Order(StringComparer.Ordinal).First(), profile);
        RunAll(1, $"--profile {profile}");
        Assert.Equal(ExitCode.Done, Run($"--profile {profile} --from {Parts}").Exit);
        File.AppendAllText(profile, "\n");
        Assert.Equal(ExitCode.BadInput, Run($"--profile {profile} --from {Parts}").Exit);
    }

    /// <summary>Hosts, demands, names and columns that pass through change no answer, so a planner may try others without computing anew.</summary>
    [Fact]
    public void What_changes_no_answer_may_change()
    {
        RunAll(2, "--threads 3");
        File.WriteAllText(Table, Hosts.Replace("a,10,100,,x", "web,20,100,700,new", StringComparison.Ordinal));
        Assert.Equal(Run("--format csv"), Run($"--from {Parts} --format csv"));
    }

    [Theory]
    [InlineData("\"hash\":\"", "\"hash\":\"0", "is of another fleet")]
    [InlineData("\"version\":\"", "\"version\":\"0.", "was computed by version 0.")]
    [InlineData("mountsim-fleet-part/1", "mountsim-fleet-part/9", "is of format 'mountsim-fleet-part/9'")]
    [InlineData("\"lines\":4", "\"lines\":5", "part-00000-of-00001.jsonl:6: is missing: the part is damaged")]
    [InlineData("\"lines\":4", "\"lines\":3", "part-00000-of-00001.jsonl:5: is one more than the first line says")]
    [InlineData("\"position\":2,", "\"position\":1,", "part-00000-of-00001.jsonl:4: is out of order")]
    [InlineData("\"position\":3,", "\"position\":4,", "scenario 5 is in a part, and the fleet has 4")]
    [InlineData("{\"position\":2,", "{\"position\":2", "part-00000-of-00001.jsonl:4: cannot be read")]
    [InlineData("\"is_search_end\":", "\"is_search\":", "part-00000-of-00001.jsonl:2: cannot be read")]
    [InlineData("\"largest\":150", "\"largest\":0", "says nothing")]
    public void A_part_that_is_no_part_of_the_fleet_is_refused(string text, string changed, string refusal)
    {
        RunAll(1);
        var part = Path.Combine(Parts, "part-00000-of-00001.jsonl");
        File.WriteAllText(part, File.ReadAllText(part).Replace(text, changed, StringComparison.Ordinal));
        var result = Run($"--from {Parts} --output {tool.In("plan.csv")}");
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Contains(refusal, result.Error, StringComparison.Ordinal);
        Assert.Equal(["hosts.csv", "parts"], tool.Files());
    }

    [Fact]
    public void Parts_of_another_version_are_refused()
    {
        RunAll(1);
        foreach (var file in Directory.EnumerateFiles(Parts)) File.WriteAllText(file, File.ReadAllText(file).Replace("\"version\":\"", "\"version\":\"0.", StringComparison.Ordinal));
        Assert.Contains("holds rows of version 0.", Run($"--from {Parts}").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_keep_going_a_wrong_row_is_said_by_each_run_and_spares_the_others()
    {
        File.WriteAllText(Table, Hosts + "f,ten,100,,x\n");
        var refused = Run($"--shard 0/1 --out {Parts}");
        Assert.Equal((ExitCode.BadInput, false), (refused.Exit, Directory.Exists(Parts)));
        Assert.EndsWith("Nothing was planned; --keep-going plans the other rows.\n", refused.Error, StringComparison.Ordinal);

        var shard = Run($"--keep-going --shard 0/1 --out {Parts}");
        Assert.Equal(ExitCode.Partial, shard.Exit);
        Assert.EndsWith("1 of 6 rows are wrong; the others are planned\n", shard.Error, StringComparison.Ordinal);
        var (planned, one) = (Run($"--keep-going --from {Parts} --format csv"), Run("--keep-going --format csv"));
        Assert.Equal(one, planned);
        Assert.Equal(ExitCode.Partial, planned.Exit);
    }

    [Theory]
    [InlineData("--shard 0/3", "--shard: found '0/3' without --out; allowed: with --out DIR, where the shard's part goes")]
    [InlineData("--shards 3", "--shards: found '3' without --out; allowed: with --out DIR, where the shard's part goes")]
    [InlineData("--shard 0/3 --out parts --from parts", "--from: found 'parts' with --out; allowed: --out for each shard, then --from")]
    [InlineData("--shard 0/3 --from parts", "--shard: found '0/3' without --out; allowed: with --out DIR, where the shard's part goes")]
    [InlineData("--shard 0/3 --out parts --output plan.csv", "--output: found 'plan.csv' with --out; allowed: with --from, once all shards are there")]
    [InlineData("--shard 0/3 --out parts --format json", "--format: found 'json' with --out; allowed: with --from, once all shards are there")]
    [InlineData("--shard 3/3 --out parts", "--shard: found '3/3'; allowed: I/N with N from 1 to 100000 and I from 0 to N - 1, such as 0/40")]
    [InlineData("--shard 0/3 --shards 4 --out parts", "--shards: found '4' with --shard 0/3; allowed: one of the two")]
    public void Options_that_do_not_go_together_are_refused(string options, string refusal) => Assert.Equal((ExitCode.BadInput, $"error: {refusal}\n"), Said(Run(options)));

    [Fact]
    public void Without_an_index_a_shard_is_refused() => Assert.Equal(
        (ExitCode.BadInput, "error: --shard: is not given, and no scheduler gives it; allowed: I/N, or one of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, PBS_ARRAY_INDEX in the environment\n"),
        Said(Run($"--out {Parts}")));

    [Fact]
    public void A_folder_is_of_a_sweep_or_of_a_fleet()
    {
        RunAll(1);
        Assert.Contains("holds parts of a fleet", tool.Run("sweep", "run", "--containers", "10,20", "--shard", "0/1", "--out", Parts).Error, StringComparison.Ordinal);
        Assert.Contains("has no sweep.json", tool.Run("sweep", "merge", Parts).Error, StringComparison.Ordinal);
        tool.Run("sweep", "run", "--containers", "10,20", "--shard", "0/1", "--out", tool.In("sweep"));
        Assert.Contains("holds parts of a sweep", Run($"--shard 0/1 --out {tool.In("sweep")}").Error, StringComparison.Ordinal);
        Assert.Contains("has no fleet.json", Run($"--from {tool.In("sweep")}").Error, StringComparison.Ordinal);
    }

    private static FleetAnswer Answer(PredictRequest scenario)
    {
        var containers = scenario.Workload.Containers;
        var answer = FleetTests.Answer(scenario);
        return answer with
        {
            Summary = answer.Summary with { StartP99Ms = containers / 3.0, MakespanMs = 1 / (double)containers, BottleneckUtilization = Math.Sqrt(containers) / 11 },
            Largest = containers == 50 ? null : 150,
            IsSearchEnd = containers == 60,
            Best = containers == 70 ? null : answer.Best! with { Ratio = 1 / 3.0, RatioLow = 0.1 + 0.2, RatioHigh = double.BitDecrement(1), Price = "none, \"a guess\"" },
        };
    }

    private static (int Exit, string Error) Said(Result result) => (result.Exit, result.Error);

    private void RunAll(int shards, string options = "")
    {
        for (var index = 0; index < shards; index++) Assert.Equal(ExitCode.Done, Run(string.Create(CultureInfo.InvariantCulture, $"{options} --shard {index}/{shards} --out {Parts} --quiet")).Exit);
    }

    private Result Run(string options) => tool.Run(["fleet", Table, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
