using System.Diagnostics;

namespace MountSim.Hardening.Tests;

/// <summary>A few crashes of some commands in every way; <c>hardening-worker crashes 1000</c> is the long form of all.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class CrashSample
{
    private const string Program = "hardening-worker";

    [Theory]
    [InlineData("predict")]
    [InlineData("sweep")]
    [InlineData("sweep run")]
    [InlineData("report")]
    public async Task Leaves_old_or_new_files_and_nothing_else(string command)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Skip("NOT TESTED: small disks are mounted in a namespace of their own, which needs root");
        using var worker = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, Program), ["crashes", "7", "11", command]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var said = worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var rows = (await worker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(worker.ExitCode == 0, await said);
        Assert.Equal(1 + 7, rows.Length); // a header, and each way once
    }
}
