using MountSim.Calibration;
using MountSim.Calibration.Profiles;

namespace MountSim.Cli.Tests;

public sealed class CalibrateTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Without_options_the_host_is_measured_by_the_documented_default()
    {
        Assert.Equal(ExitCode.Done, tool.Run("calibrate").Exit);
        Assert.Equal(new CalibrationOptions() with { ExtraMounts = tool.Measured!.ExtraMounts }, tool.Measured);
    }

    [Fact]
    public void Every_option_reaches_the_measurement()
    {
        tool.Run("calibrate", "--relative-error", "2%", "--time-limit", "5", "--kernel", "linux-6.12", "--name", "mine", "--seed", "7");
        Assert.Equal((0.02, 5.0, "linux-6.12", "mine", 7),
            (tool.Measured!.TargetRelativeError, tool.Measured.TimeLimit.TotalSeconds, tool.Measured.KernelModel, tool.Measured.Name, tool.Measured.Seed));
    }

    [Fact]
    public void Quick_keeps_what_is_said_beside_it()
    {
        tool.Run("calibrate", "--quick", "--time-limit", "3");
        Assert.Equal((CalibrationOptions.Short.MaxRounds, 3.0), (tool.Measured!.MaxRounds, tool.Measured.TimeLimit.TotalSeconds));
    }

    [Fact]
    public void A_file_gets_the_profile_and_the_terminal_a_summary()
    {
        var result = tool.Run("calibrate", "--output", tool.In("host.json"));
        Assert.Equal("sample", ProfileFile.Read(tool.In("host.json")).Name);
        Assert.Contains("What the simulator takes from it", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("wrote ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_with_a_file_says_nothing() =>
        Assert.Equal(new Result(ExitCode.Done, "", ""), tool.Run("calibrate", "--quiet", "--output", tool.In("host.json")));

    [Fact]
    public void Json_on_standard_output_is_the_profile() =>
        Assert.Equal("sample", ProfileFile.Parse(tool.Run("calibrate", "--format", "json").Out, "standard output").Name);

    [Fact]
    public void A_host_that_cannot_be_measured_exits_with_3()
    {
        tool.Profile = () => throw new CalibrationException("no room");
        Assert.Equal(new Result(ExitCode.HostCannot, "", "error: no room\n"), tool.Run("calibrate", "--output", tool.In("host.json")));
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void A_child_that_an_interrupt_ended_first_is_an_interrupt()
    {
        using var interrupt = new CancellationTokenSource();
        tool.Cancellation = interrupt.Token;
        tool.Profile = () =>
        {
            interrupt.Cancel();
            throw new CalibrationException("the measuring process ended");
        };
        Assert.Equal(ExitCode.Interrupted, tool.Run("calibrate").Exit);
    }
}
