using System.Text.Json;
using MountSim.Experiments;
using MountSim.Model.Workloads;

namespace MountSim.Cli.Tests;

public sealed class PredictTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Without_options_the_request_is_the_documented_default()
    {
        Assert.Equal(ExitCode.Done, tool.Run("predict").Exit);
        Assert.Equal(new PredictRequest(), tool.Asked);
    }

    [Fact]
    public void Every_option_reaches_the_request()
    {
        const string line = "predict --machine m.yaml --cores 64 --sockets 2 --smt off --possible-cpus 128 --kernel linux-6.8 --runtime crun --containers 7"
            + " --concurrency 3 --layers 5 --volumes 2 --host-mounts 100 --other-namespaces 4 --systemd-scans 0.5 --agents 1 --agent-reads 0.25 --path-components 6"
            + " --tasks 900 --walks-per-cpu-ms 2.5 --cgroup-driver systemd --lifetime 30 --profile p.json --replications 20 --precision 2.5% --max-replications 40"
            + " --seed 9223372036854775807 --threads 2 --containers-per-pod 3 --userns --set MD=12 --set F=2.5";
        Assert.Equal(ExitCode.Done, tool.Run(line.Split(' ')).Exit);
        var expected = new PredictRequest
        {
            Machine = "m.yaml", Cores = 64, Sockets = 2, Smt = 1, PossibleCpus = 128, Kernel = "linux-6.8", Runtime = "crun", Profile = "p.json", Replications = 20,
            Precision = 0.025, MaxReplications = 40, Seed = long.MaxValue, Threads = 2, ContainersPerPod = 3, Userns = true,
            Workload = new Workload
            {
                Containers = 7, Concurrency = 3, Layers = 5, Volumes = 2, HostMounts = 100, OtherNamespaces = 4, SystemdScansPerSecond = 0.5, Agents = 1,
                AgentReadsPerSecond = 0.25, PathComponents = 6, Tasks = 900, WalksPerCpuMs = 2.5, SystemdCgroup = true, LifetimeSeconds = 30,
                RuntimeVariables = tool.Asked!.Workload.RuntimeVariables,
            },
        };
        Assert.Equal(expected, tool.Asked);
        Assert.Equal([new("F", 2.5), new("MD", 12)], tool.Asked.Workload.RuntimeVariables.OrderBy(set => set.Key));
    }

    [Theory]
    [InlineData("on", 2)]
    [InlineData("2", 2)]
    [InlineData("off", 1)]
    [InlineData("1", 1)]
    public void Smt_is_a_number_of_threads(string word, int threads)
    {
        tool.Run("predict", "--smt", word);
        Assert.Equal(threads, tool.Asked!.Smt);
    }

    [Fact]
    public void The_result_goes_to_standard_output_and_nothing_else_does()
    {
        var result = tool.Run("predict", "--format", "csv");
        Assert.Equal("", result.Error);
        Assert.StartsWith("scenario,machine,", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.Out.Count(character => character == '\n'));
    }

    [Fact]
    public void A_table_is_the_default_and_ends_in_the_sentence() =>
        Assert.EndsWith(SampleReport.Create().Sentence[^30..] + "\n", tool.Run("predict").Out, StringComparison.Ordinal);

    [Fact]
    public void Files_are_written_and_standard_output_stays_empty()
    {
        var result = tool.Run("predict", "--output", tool.In("a.json"), "--locks", tool.In("locks.csv"), "--plot", tool.In("plot.svg"));
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Out));
        Assert.Equal(["a.json", "locks.csv", "plot.svg"], tool.Files());
        using var document = JsonDocument.Parse(File.ReadAllText(tool.In("a.json")));
        Assert.Equal("burst", document.RootElement.GetProperty("summary").GetProperty("scenario").GetString());
        Assert.Contains("wrote", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_no_byte_order_mark_and_no_colour()
    {
        tool.Terminal = new Terminal(120, Color: true, Progress: false);
        tool.Run("predict", "--output", tool.In("a.txt"), "--quiet");
        var bytes = File.ReadAllBytes(tool.In("a.txt"));
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)0x1B, bytes);
    }

    [Fact]
    public void The_scenario_name_is_in_every_row()
    {
        Assert.Contains("\r\nmine,", tool.Run("predict", "--format", "csv", "--scenario", "mine", "--locks", tool.In("locks.csv")).Out, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(tool.In("locks.csv")).Skip(1), row => Assert.StartsWith("mine,", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_says_nothing_but_the_result() =>
        Assert.Equal(new Result(ExitCode.Done, "", ""), tool.Run("predict", "--quiet", "--output", tool.In("a.csv")));
}
