using System.Text.Json;
using MountSim.Experiments.Fleets;

namespace MountSim.Cli.Tests;

/// <summary>The verb with a planner that answers at once; the numbers mean nothing beyond these tests.</summary>
public sealed class FleetTests : IDisposable
{
    private const string Hosts = "class,hosts,kernel,containers,team,note\nweb,10,linux-6.8,100,@ops,007\nweb2,5,linux-6.8,100,=1+1,1.5\nbatch,3,linux-6.12,50,-,x\n";

    private readonly ToolUnderTest tool = new();

    public FleetTests() => File.WriteAllText(tool.In("hosts.csv"), Hosts);

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Every_row_comes_back_with_its_plan_and_unknown_columns_pass_through()
    {
        var lines = Run("--format", "csv").Out.Split("\r\n");
        Assert.Equal(
            "class,hosts,kernel,containers,team,note,start_p50_ms,start_p95_ms,start_p99_ms,start_p99_ci_low_ms,start_p99_ci_high_ms,makespan_ms,bottleneck,bottleneck_utilization,target_met,"
            + "largest_safe_burst,burst_search,headroom,mitigation,mitigation_change,mitigation_start_p99_ms,mitigation_saves,mitigation_saves_ci_low,mitigation_saves_ci_high,mitigation_price,hosts_needed,hosts_spare,problem",
            lines[0]);
        Assert.StartsWith("web,10,linux-6.8,100,'@ops,007,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("web2,5,linux-6.8,100,'=1+1,1.5,", lines[2], StringComparison.Ordinal);
        Assert.Contains(",yes,150,found,0.5,crun,runtime=crun-1.29,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",7,3,", lines[1], StringComparison.Ordinal); // 10 hosts of 100 are 1,000 containers: 7 hosts of 150
    }

    [Fact]
    public void A_decimal_comma_dialect_has_it_in_columns_that_pass_through_too() =>
        Assert.Contains(";'=1+1;1,5;", Run("--csv-dialect", "excel-eu").Out, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_row_stops_the_plan_and_names_row_and_column()
    {
        File.WriteAllText(tool.In("hosts.csv"), "class,hosts,kernel,containers\na,ten,linux-6.8,100\nb,1,linux-6.13,0\nc,1,linux-6.8,10\n");
        var result = Run("--output", tool.In("plan.csv"));
        Assert.Equal((ExitCode.BadInput, ""), (result.Exit, result.Out));
        var file = tool.In("hosts.csv");
        Assert.Contains($"error: {file}:2: hosts: found 'ten'; allowed: a whole number from 1 to 10000000\n", result.Error, StringComparison.Ordinal);
        Assert.Contains($"error: {file}:3: kernel: no kernel is named 'linux-6.13'; did you mean", result.Error, StringComparison.Ordinal);
        Assert.Contains($"error: {file}:3: containers: found '0'; allowed: a whole number from 1 to 1000000\n", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was planned; --keep-going plans the other rows.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(["hosts.csv"], tool.Files());
    }

    [Fact]
    public void With_keep_going_the_sound_rows_are_planned_and_the_wrong_ones_say_why()
    {
        File.WriteAllText(tool.In("hosts.csv"), "class,hosts,containers\na,ten,100\nb,1,100\n");
        var result = Run("--keep-going", "--format", "csv");
        Assert.Equal(ExitCode.Partial, result.Exit);
        var lines = result.Out.Split("\r\n");
        Assert.StartsWith("a,ten,100,,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("hosts.csv:2: hosts: found 'ten'; allowed: a whole number from 1 to 10000000", lines[1], StringComparison.Ordinal);
        Assert.Contains(",yes,150,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 rows are wrong; the others are planned\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_shows_when_models_meet_is_a_rows_error_too()
    {
        File.WriteAllText(tool.In("hosts.csv"), "class,runtime,userns\na,minimal-legacy,on\n");
        Assert.Contains("hosts.csv:2: --userns: runtime minimal-legacy makes no user namespaces", Run().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_with_nearly_a_known_name_is_remarked()
    {
        File.WriteAllText(tool.In("hosts.csv"), "class,kernal\na,linux-6.8\n");
        Assert.Contains("note: the column 'kernal' passes through; if it was meant, its name is 'kernel'\n", Run("--format", "csv").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_can_be_planned_again()
    {
        var first = Run("--format", "csv").Out;
        File.WriteAllText(tool.In("hosts.csv"), first);
        Assert.Equal(first.Replace("''", "'", StringComparison.Ordinal), Run("--format", "csv").Out.Replace("''", "'", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_hold_for_rows_that_do_not_say()
    {
        List<Experiments.PredictRequest> asked = [];
        tool.FleetAnswer = scenario =>
        {
            asked.Add(scenario);
            return Answer(scenario);
        };
        Run("--kernel", "linux-5.10", "--layers", "7");
        Assert.Equal([("linux-6.8", 7), ("linux-6.12", 7)], asked.Select(one => (one.Kernel, one.Workload.Layers)));
    }

    [Fact]
    public void Json_has_the_same_names()
    {
        using var document = JsonDocument.Parse(Run("--format", "json").Out);
        var row = document.RootElement.GetProperty("rows")[0];
        Assert.Equal((150, "007"), (row.GetProperty("largest_safe_burst").GetInt32(), row.GetProperty("note").GetString()));
    }

    [Fact]
    public void A_table_ends_in_the_sentence() =>
        Assert.EndsWith("Of 3 host classes (18 hosts), 3 keep start_p99_ms<=10000 with the planned burst; the demand is met\neverywhere.\n", Run().Out, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_and_a_picture_are_files()
    {
        Assert.Equal(ExitCode.Done, Run("--output", tool.In("plan.xlsx"), "--plot", tool.In("plan.svg")).Exit);
        Assert.Equal(["hosts.csv", "plan.svg", "plan.xlsx"], tool.Files());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(1000)]
    public void The_committed_examples_are_what_the_tool_prints_and_are_sound(int classes)
    {
        var text = tool.Run("fleet", "--example", $"{classes}").Out;
        Assert.Equal(text, File.ReadAllText(Path.Combine(Repository.Root, "examples", $"fleet-{classes}.csv")));
        var input = FleetInput.Read(Experiments.Inputs.InputTable.Parse(text, "example"), new Experiments.PredictRequest());
        Assert.Empty(input.Problems);
        Assert.Equal(Math.Min(classes, 24), input.Classes.DistinctBy(one => Experiments.Requests.RequestFields.Canonical(one.Request)).Count());
    }

    private Result Run(params string[] arguments) => tool.Run(["fleet", tool.In("hosts.csv"), .. arguments]);

    internal static FleetAnswer Answer(Experiments.PredictRequest scenario) =>
        new(Reporting.Tests.SampleReport.Create().Summary, 150, false, new FleetMitigation("crun", "runtime=crun-1.29", 400, 0.5, 0.4, 0.6, null));
}
