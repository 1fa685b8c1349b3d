using System.Diagnostics;
using System.Text.Json;

namespace MountSim.Hardening.Tests;

/// <summary>What the tool does as a root that lacks a capability: the root of many containers.</summary>
public sealed class Privileges
{
    private const string SetPriv = "/usr/bin/setpriv";

    [Fact]
    public async Task A_burst_names_the_capability_that_it_lacks()
    {
        var (exit, error, _) = await Run("sys_admin", "burst", "--containers", "2");
        Assert.Equal(3, exit);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("takes CAP_SYS_ADMIN (mounts", line, StringComparison.Ordinal);
        Assert.Contains("run it as root, outside of a container that drops capabilities", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calibration_measures_in_a_user_namespace_and_says_what_that_leaves_out()
    {
        var (exit, error, written) = await Run("sys_admin", "calibrate", "--quick", "--format", "json");
        Assert.True(exit == 0, error);
        using var profile = JsonDocument.Parse(written);
        var skipped = profile.RootElement.GetProperty("skipped").EnumerateArray().Select(one => one.ToString()).ToList();
        Assert.Contains(skipped, one => one.Contains("CAP_SYS_ADMIN", StringComparison.Ordinal));
        // Where the kernel lets nobody make a user namespace, no mount is measured, and that is said too.
        var mounts = written.Contains("\"mount.tmpfs\"", StringComparison.Ordinal);
        Assert.Equal(mounts, !skipped.Exists(one => one.Contains("all mounts", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("dac_override", "mount.overlay", "CAP_DAC_OVERRIDE")]
    [InlineData("syslog", "tracepoint", "CAP_SYSLOG")]
    public async Task What_a_capability_is_for_is_what_is_missing_without_it(string dropped, string missing, string named)
    {
        var (exit, error, written) = await Run(dropped, "calibrate", "--quick", "--format", "json");
        Assert.True(exit == 0, error);
        using var profile = JsonDocument.Parse(written);
        Assert.Contains(profile.RootElement.GetProperty("skipped").EnumerateArray().Select(one => one.ToString()), one => one.Contains(missing, StringComparison.Ordinal) && one.Contains(named, StringComparison.Ordinal));
    }

    private static async Task<(int Exit, string Error, string Out)> Run(string without, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists(SetPriv)) Assert.Skip($"NOT TESTED: a capability is dropped by {SetPriv}, as root");
        string[] command = ["--bounding-set", $"-{without}", "--inh-caps", $"-{without}", Path.Combine(AppContext.BaseDirectory, "mountsim"), .. arguments];
        using var process = Process.Start(new ProcessStartInfo(SetPriv, command) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var written = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error, written);
    }
}
