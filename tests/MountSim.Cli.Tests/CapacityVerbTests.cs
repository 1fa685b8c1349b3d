namespace MountSim.Cli.Tests;

/// <summary>The verb capacity, on scenarios that take a moment.</summary>
public sealed class CapacityVerbTests : IDisposable
{
    private static readonly string[] Small = ["capacity", "--cores", "8", "--to", "20", "--replications", "3", "--max-replications", "3"];

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_row_a_value_tried_and_the_largest_is_marked()
    {
        var result = tool.Run([.. Small, "--slo", "start_p99_ms<=80", "--slo", "containers_per_s>=1", "--format", "csv"]);
        var rows = result.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCode.Done, result.Exit);
        Assert.Contains(",mount_operations,varied,value,verdict,replications_run,answer,target_1,target_1_mean,", rows[0], StringComparison.Ordinal);
        Assert.Single(rows, row => row.Contains("largest", StringComparison.Ordinal));
        Assert.All(rows[1..], row => Assert.Contains(",start_p99_ms<=80,", row, StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_that_is_not_met_at_the_smallest_exits_with_1_and_says_no()
    {
        var result = tool.Run([.. Small, "--slo", "start_p99_ms<=1"]);
        Assert.Equal(ExitCode.AnsweredNo, result.Exit);
        Assert.EndsWith("No: start_p99_ms<=1 does not hold even at containers 1.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes_whatever_the_threads()
    {
        string[] line = [.. Small, "--slo", "makespan_ms<=90", "--format", "json"];
        Assert.Equal(tool.Run([.. line, "--threads", "1"]).Out, tool.Run([.. line, "--threads", "3"]).Out);
    }

    [Fact]
    public void Files_are_written_together_also_when_the_answer_is_no()
    {
        var result = tool.Run([.. Small, "--slo", "start_p99_ms<=1", "--output", tool.In("c.json"), "--plot", tool.In("c.png")]);
        Assert.Equal((ExitCode.AnsweredNo, ""), (result.Exit, result.Out));
        Assert.Equal(["c.json", "c.png"], tool.Files());
    }

    [Fact]
    public void Interrupted_it_writes_nothing()
    {
        tool.Cancellation = new CancellationToken(canceled: true);
        Assert.Equal(ExitCode.Interrupted, tool.Run([.. Small, "--slo", "start_p99_ms<=80", "--output", tool.In("c.csv")]).Exit);
        Assert.Empty(tool.Files());
    }
}
