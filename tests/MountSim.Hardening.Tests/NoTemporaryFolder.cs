using System.Diagnostics;

namespace MountSim.Hardening.Tests;

/// <summary>An environment whose folder for temporary files is not there.</summary>
public sealed class NoTemporaryFolder
{
    [Theory]
    [InlineData(0, "predict", "--containers", "3", "--replications", "2", "--quiet")]
    [InlineData(3, "calibrate", "--quick")]
    [InlineData(3, "burst", "--containers", "2")]
    public async Task Is_asked_for_by_who_measures_and_missed_by_nobody_else(int exit, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mountsim"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TMPDIR"] = "/no/such/folder";
        using var tool = Process.Start(start)!;
        var written = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(exit == tool.ExitCode, error);
        Assert.Equal(exit == 0, (await written).Length > 0);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        if (exit != 0 && OperatingSystem.IsLinux() && Environment.UserName == "root") Assert.Contains("set TMPDIR to one", error, StringComparison.Ordinal);
    }
}
