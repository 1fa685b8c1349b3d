namespace MountSim.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly StringWriter error = new();

    public void Dispose() => error.Dispose();

    [Fact]
    public void A_line_says_how_far_and_how_long()
    {
        using var line = Line();
        clock.Advance(TimeSpan.FromSeconds(10));
        line.Show("predict", 2, 10, "replications");
        Assert.Equal("\rpredict: 2 of 10 replications, 00:40 left", error.ToString());
    }

    [Fact]
    public void Before_anything_is_done_the_time_left_is_unknown()
    {
        using var line = Line();
        clock.Advance(TimeSpan.FromSeconds(10));
        line.Show("predict", 0, 10, "replications");
        Assert.Contains("--:-- left", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_is_done_at_once_shows_nothing()
    {
        using (var line = Line()) line.Show("predict", 1, 10, "replications");
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void Reports_in_quick_succession_are_dropped()
    {
        using var line = Line();
        clock.Advance(TimeSpan.FromSeconds(1));
        line.Show("predict", 1, 10, "replications");
        line.Show("predict", 2, 10, "replications");
        Assert.DoesNotContain("2 of 10", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_gone_at_the_end()
    {
        using (var line = Line())
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            line.Show("predict", 1, 2, "replications");
        }
        var drawn = "predict: 1 of 2 replications, 00:01 left".Length;
        Assert.EndsWith("\r" + new string(' ', drawn) + "\r", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_no_progress()
    {
        using var tool = new ToolUnderTest();
        Assert.Equal("", tool.Run("predict").Error);
    }

    private ProgressLine Line() => new(new Session { Out = TextWriter.Null, Error = error, Clock = clock, Terminal = new Terminal(80, false, true) });
}
