namespace MountSim.Cli.Tests;

/// <summary>From a command's JSON to a page, and the command line that it carries.</summary>
public sealed class ReportVerbTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_page_carries_the_command_without_where_results_went_and_how_many_threads_worked()
    {
        tool.Run("predict", "--containers", "7", "--set", "MD=12", "--threads", "2", "--output", tool.In("a.json"), "--quiet");
        var result = tool.Run("report", tool.In("a.json"), "--title", "It's mine", "--output", tool.In("a.html"));
        Assert.Equal((ExitCode.Done, "", $"wrote {tool.In("a.html")}\n"), (result.Exit, result.Out, result.Error));
        var page = File.ReadAllText(tool.In("a.html"));
        Assert.Contains("<pre>mountsim predict --containers 7 --set MD=12</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>It&#39;s mine</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_the_page_goes_to_standard_output()
    {
        tool.Run("validate", "theory", "--output", tool.In("v.json"), "--quiet");
        Assert.StartsWith("<!DOCTYPE html>\n", tool.Run("report", tool.In("v.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_result_stops_it_and_nothing_is_written()
    {
        File.WriteAllText(tool.In("a.json"), "{}");
        var result = tool.Run("report", tool.In("a.json"), "--output", tool.In("a.html"));
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.StartsWith($"error: {tool.In("a.json")}: has no key 'format'", result.Error, StringComparison.Ordinal);
        Assert.Equal(["a.json"], tool.Files());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("start_p99_ms<=1s", "'start_p99_ms<=1s'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("", "''")]
    public void A_word_is_quoted_where_a_shell_would_change_it(string word, string quoted) => Assert.Equal(quoted, MountSim.Experiments.Requests.ShellWord.Quote(word));
}
