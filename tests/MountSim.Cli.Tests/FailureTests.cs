using MountSim.Model;

namespace MountSim.Cli.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Bad_input_found_by_the_predictor_exits_with_2()
    {
        tool.Answer = () => throw new ModelException("--kernel", "no kernel is named 'linux-6.13'; did you mean 'linux-6.12'?");
        var result = tool.Run("predict", "--output", tool.In("a.csv"));
        Assert.Equal(new Result(ExitCode.BadInput, "", "error: --kernel: no kernel is named 'linux-6.13'; did you mean 'linux-6.12'?\n"), result);
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void An_interrupt_exits_with_130_and_writes_nothing()
    {
        using var interrupt = new CancellationTokenSource();
        tool.Cancellation = interrupt.Token;
        tool.Answer = () =>
        {
            interrupt.Cancel();
            throw new OperationCanceledException(interrupt.Token);
        };
        Assert.Equal(new Result(ExitCode.Interrupted, "", "interrupted; nothing was written\n"), tool.Run("predict", "--output", tool.In("a.csv")));
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void An_interrupt_that_the_predictor_missed_still_writes_no_file()
    {
        using var interrupt = new CancellationTokenSource();
        tool.Cancellation = interrupt.Token;
        tool.Answer = () =>
        {
            interrupt.Cancel();
            return SampleReport.Create();
        };
        Assert.Equal(ExitCode.Interrupted, tool.Run("predict", "--output", tool.In("a.csv")).Exit);
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void An_unexpected_exception_is_one_line_and_exits_with_70()
    {
        tool.Answer = () => throw new InvalidOperationException("first\nsecond");
        var result = tool.Run("predict");
        Assert.Equal((ExitCode.Bug, ""), (result.Exit, result.Out));
        Assert.Equal(1, result.Error.Count(character => character == '\n'));
        Assert.Contains("InvalidOperationException: first second. Please report it", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stack_is_shown_to_who_asks()
    {
        tool.ShowStack = true;
        tool.Answer = () => throw new InvalidOperationException("x");
        Assert.Contains("   at MountSim.Cli", tool.Run("predict").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_standard_output_is_the_hosts_fault()
    {
        if (!OperatingSystem.IsLinux()) return;
        tool.Out = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write));
        var result = tool.Run("predict");
        Assert.Equal(ExitCode.HostCannot, result.Exit);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
    }
}
