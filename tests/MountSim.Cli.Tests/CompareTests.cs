using System.Text.Json;

namespace MountSim.Cli.Tests;

/// <summary>The verb compare, on scenarios that take a moment.</summary>
public sealed class CompareTests : IDisposable
{
    private static readonly string[] Small = ["compare", "--cores", "8", "--containers", "10", "--replications", "3"];

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_row_a_variant_after_the_baseline_in_the_contracts_columns()
    {
        var rows = Rows([.. Small, "--with", "kernel=linux-6.1,linux-7.0", "--what-if", "namespace_sem=x0.5", "--format", "csv"]);
        Assert.StartsWith("scenario,machine,sockets,cores,smt,kernel,runtime,containers,", rows[0], StringComparison.Ordinal);
        Assert.Contains(",mount_operations,change,start_p99_difference_ms,", rows[0], StringComparison.Ordinal);
        Assert.Equal(["baseline", "kernel=linux-6.1", "kernel=linux-7.0", "what if namespace_sem=x0.5"], rows[1..].Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void Mitigations_come_best_first_each_with_its_price()
    {
        var result = tool.Run([.. Small, "--mitigations", "--format", "json"]);
        using var document = JsonDocument.Parse(result.Out);
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var ratios = rows.Select(row => row.GetProperty("makespan").GetProperty("ratio").GetDouble()).ToList();
        Assert.Equal(ratios.Order(), ratios);
        Assert.All(rows, row => Assert.True(row.GetProperty("price").GetString()!.Length > 10));
        Assert.Contains(document.RootElement.GetProperty("left_out").EnumerateArray(), left => left.GetProperty("name").GetString() == "common-parent-idmap");
        Assert.Equal("makespan_ms", document.RootElement.GetProperty("ranked_by").GetString());
    }

    [Fact]
    public void The_table_ends_in_the_sentence()
    {
        var table = tool.Run([.. Small, "--with", "layers=1", "--what-if", "user_cpu=x0.1"]).Out;
        Assert.Contains("what if user_cpu=x0.1 helps most: the makespan goes from ", table.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes_whatever_the_threads()
    {
        string[] line = [.. Small, "--mitigations", "--format", "csv"];
        Assert.Equal(tool.Run([.. line, "--threads", "1"]).Out, tool.Run([.. line, "--threads", "3"]).Out);
    }

    [Fact]
    public void Files_are_written_together()
    {
        var result = tool.Run([.. Small, "--with", "layers=1", "--output", tool.In("c.xlsx"), "--plot", tool.In("c.svg")]);
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Out));
        Assert.Equal(["c.svg", "c.xlsx"], tool.Files());
    }

    [Fact]
    public void Interrupted_it_writes_nothing()
    {
        tool.Cancellation = new CancellationToken(canceled: true);
        Assert.Equal(ExitCode.Interrupted, tool.Run([.. Small, "--mitigations", "--output", tool.In("c.csv")]).Exit);
        Assert.Empty(tool.Files());
    }

    private string[] Rows(string[] line) => tool.Run(line).Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
