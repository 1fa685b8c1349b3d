using System.Text.Json;
using MountSim.Model;

namespace MountSim.Cli.Tests;

public sealed class SweepTests : IDisposable
{
    private const string Grid = "sweep --containers 10..30:10 --runtime runc-1.5,crun-1.29";

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_option_that_comes_last_changes_fastest()
    {
        Assert.Equal(["10 runc-1.5", "10 crun-1.29", "20 runc-1.5", "20 crun-1.29", "30 runc-1.5", "30 crun-1.29"], Rows(Run(Grid)).Select(cells => $"{cells[7]} {cells[6]}"));
        Assert.Equal(["10 runc-1.5", "20 runc-1.5", "10 crun-1.29", "20 crun-1.29"], Rows(Run("sweep --runtime runc-1.5,crun-1.29 --containers 10,20")).Select(cells => $"{cells[7]} {cells[6]}"));
    }

    [Fact]
    public void A_row_is_named_by_what_varies() => Assert.Equal("containers=10 runtime=runc-1.5", Rows(Run(Grid))[0][0]);

    [Fact]
    public void What_varies_and_is_no_column_of_a_prediction_comes_at_the_end()
    {
        var csv = Run("sweep --agents 0,2 --set MD=4,8 --runtime crun-1.29").Out;
        Assert.EndsWith(",mount_operations,agents,MD", csv.Split("\r\n")[0], StringComparison.Ordinal);
        Assert.EndsWith(",2,4", csv.Split("\r\n")[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_written_whole_and_the_journal_is_gone()
    {
        var result = Run($"{Grid} --output {tool.In("a.csv")}");
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Out));
        Assert.Equal($"wrote {tool.In("a.csv")} (UTF-8, separator comma, decimal point, no thousands separator)\n", result.Error);
        Assert.Equal(["a.csv"], tool.Files());
        Assert.Equal(Run(Grid).Out, File.ReadAllText(tool.In("a.csv")));
    }

    [Fact]
    public void A_failing_scenario_is_named_and_the_others_are_written()
    {
        var answer = tool.Summary;
        tool.Summary = request => request.Workload.Containers == 20 && request.Runtime == "runc-1.5" ? throw new ModelException("--kernel", "cannot") : answer(request);
        var result = Run($"{Grid} --output {tool.In("a.csv")} --quiet");
        Assert.Equal(ExitCode.Partial, result.Exit);
        Assert.Equal("error: scenario 3 (containers=20 runtime=runc-1.5; the command line): --kernel: cannot\n1 of 6 scenarios failed; the others are done\n", result.Error);
        Assert.Equal(6, File.ReadAllLines(tool.In("a.csv")).Length);
        tool.Summary = answer;
        Assert.Equal(ExitCode.Done, Run($"{Grid} --output {tool.In("a.csv")} --quiet").Exit);
        Assert.Equal(Run(Grid).Out, File.ReadAllText(tool.In("a.csv")));
    }

    [Fact]
    public void Rules_between_options_fail_the_scenarios_that_break_them() =>
        Assert.Equal(
            "error: scenario 1 (cores=6; the command line): --cores: found '6', which cannot be split over 4 sockets; allowed: a multiple of 4\n1 of 2 scenarios failed; the others are done\n",
            Run("sweep --cores 6,8 --sockets 4").Error);

    [Fact]
    public void An_interrupted_sweep_says_how_far_it_is_and_goes_on()
    {
        using var interrupt = new CancellationTokenSource();
        tool.Cancellation = interrupt.Token;
        var answer = tool.Summary;
        tool.Summary = request =>
        {
            if (request.Workload.Containers == 20) interrupt.Cancel();
            interrupt.Token.ThrowIfCancellationRequested();
            return answer(request);
        };
        var result = Run($"{Grid} --threads 1 --output {tool.In("a.csv")}");
        Assert.Equal(ExitCode.Interrupted, result.Exit);
        Assert.Equal($"2 of 6 rows are in {tool.In("a.csv.journal")}; the same command goes on from there\ninterrupted; nothing was written\n", result.Error);
        Assert.Equal(["a.csv.journal"], tool.Files());

        tool.Cancellation = CancellationToken.None;
        var asked = 0;
        tool.Summary = request =>
        {
            asked++;
            return answer(request);
        };
        Assert.Equal(ExitCode.Done, Run($"{Grid} --threads 1 --output {tool.In("a.csv")}").Exit);
        Assert.Equal(4, asked);
    }

    [Fact]
    public void A_design_file_and_options_go_together()
    {
        File.WriteAllText(tool.In("d.csv"), "runtime,containers\nrunc-1.5,5\ncrun-1.29,7\n");
        Assert.Equal(["5 runc-1.5", "5 runc-1.5", "7 crun-1.29", "7 crun-1.29"], Rows(Run($"sweep --design {tool.In("d.csv")} --layers 5,10")).Select(cells => $"{cells[7]} {cells[6]}"));
    }

    [Fact]
    public void Json_has_what_was_set_beside_each_row()
    {
        using var document = JsonDocument.Parse(Run($"{Grid} --format json").Out);
        Assert.Equal(6, document.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Equal("crun-1.29", document.RootElement.GetProperty("rows")[1].GetProperty("settings").GetProperty("runtime").GetString());
    }

    [Fact]
    public void A_table_is_for_the_terminal() => Assert.Contains("crun-1.29", tool.Run([.. Grid.Split(' '), "--format", "table"]).Out, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_is_a_file()
    {
        Assert.Equal(ExitCode.Done, Run($"{Grid} --output {tool.In("a.xlsx")}").Exit);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(tool.In("a.xlsx"))[..2]);
    }

    private Result Run(string line) => tool.Run([.. line.Split(' '), .. line.Contains("--format", StringComparison.Ordinal) || line.Contains("--output", StringComparison.Ordinal) ? Array.Empty<string>() : ["--format", "csv"]]);

    private static List<string[]> Rows(Result result) => [.. result.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
}
