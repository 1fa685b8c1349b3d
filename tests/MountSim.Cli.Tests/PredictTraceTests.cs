using System.Text.Json;

namespace MountSim.Cli.Tests;

/// <summary>predict --trace: what is written, what is said of it, what is refused before any work.</summary>
public sealed class PredictTraceTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_trace_is_written_and_what_it_shows_is_said()
    {
        var result = tool.Run("predict", "--containers", "3", "--cores", "4", "--sockets", "1", "--trace", tool.In("a.json"));
        Assert.Equal(ExitCode.Done, result.Exit);
        Assert.Matches("the trace shows [0-9,]+ events, the whole replication of [0-9.]+ ms\n$", result.Error);
        using var trace = JsonDocument.Parse(File.ReadAllBytes(tool.In("a.json")));
        Assert.Equal("1", trace.RootElement.GetProperty("otherData").GetProperty("seed").GetString());
    }

    [Fact]
    public void A_part_of_it_is_a_part_and_a_name_in_gz_is_compressed()
    {
        tool.Run("predict", "--containers", "3", "--cores", "4", "--sockets", "1", "--trace", tool.In("a.json.gz"), "--trace-from", "5", "--trace-for", "1");
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(tool.In("a.json.gz"))[..2]);
    }

    [Theory]
    [InlineData("error: --trace: '{0}' names no known format; allowed: a name that ends in .json or .json.gz", "--trace", "a.pftrace")]
    [InlineData("error: --trace-for: given without --trace; allowed: with --trace FILE", "--trace-for", "5")]
    public void What_makes_no_sense_is_refused_before_any_work(string message, string option, string value)
    {
        var path = value.Contains('.', StringComparison.Ordinal) ? tool.In(value) : value;
        var result = tool.Run("predict", option, path);
        Assert.Equal((ExitCode.BadInput, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, path) + "\n"), (result.Exit, result.Error));
        Assert.Null(tool.Asked);
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void An_interrupted_trace_leaves_no_file()
    {
        using var stopped = new CancellationTokenSource();
        tool.Answer = () =>
        {
            stopped.Cancel();
            return SampleReport.Create();
        };
        tool.Cancellation = stopped.Token;
        Assert.Equal(ExitCode.Interrupted, tool.Run("predict", "--trace", tool.In("a.json")).Exit);
        Assert.Empty(tool.Files());
    }
}
