using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Profiles;

namespace MountSim.Calibration.Tests;

/// <summary>Real mounts, in namespaces that nobody else sees. They need root; signals go to processes started here, by ID.</summary>
public class RealCalibrationTests
{
    private const int Killed = 137;

    [Fact]
    public async Task A_short_calibration_measures_everything_and_leaves_nothing_behind()
    {
        RequireRoot();
        using var footprint = new Footprint();
        var result = Path.Combine(Directory.CreateTempSubdirectory("mountsim-test-").FullName, "p.json");
        using var program = WorkerProgram.Start(footprint.Folder, result, "5", "short");
        var errors = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(program.ExitCode == 0, errors);
        await footprint.RequireNothingLeft();
        var profile = ProfileFile.Read(result);
        Directory.Delete(Path.GetDirectoryName(result)!, true);
        Assert.Equal("root", profile.Method.Privilege);
        Assert.True(profile.FindLaw("namespace.copy")!.SlopeNs.Value > 0);
        Assert.NotNull(profile.Find("mount.bind"));
        Assert.InRange(profile.Scheduling!.SwitchMicroseconds.Value, 0.1, 100);
        Assert.InRange(profile.Scheduling.SpeedOfAll.Value, 0.1, 1);
        Assert.InRange(profile.Scheduling.SliceMicroseconds!.Value.Value, 200, 40_000);
        Assert.NotNull(profile.Grace.BackToBackMicroseconds);
        Assert.InRange(profile.Grace.ThreadPerCallerMicroseconds!.Value.Value, 0.1, 100);
        // Beside other tests a turn of its loop may have somebody's time slice in it.
        Assert.InRange(profile.Scheduling.FreeMountMicroseconds!.Value.Value, 0, 5_000);
        Assert.InRange(profile.Scheduling.FreeSuperblockMicroseconds!.Value.Value, 0, 5_000);
        Assert.NotNull(profile.Find("syscall.getppid"));
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_in_the_middle_leaves_nothing_behind(string signal)
    {
        RequireRoot();
        using var footprint = new Footprint();
        using var program = WorkerProgram.Start(footprint.Folder, Path.Combine(footprint.Folder, "never.json"), "60");
        var children = await footprint.Begun(program);
        Signal(signal, program.Id);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        await footprint.RequireNothingLeft();
        Assert.Equal(signal == "KILL" ? Killed : 130, program.ExitCode);
        await RequireGone(children);
    }

    [Fact]
    public async Task A_killed_measuring_process_is_reported_and_leaves_nothing_behind()
    {
        RequireRoot();
        using var footprint = new Footprint();
        using var program = WorkerProgram.Start(footprint.Folder, Path.Combine(footprint.Folder, "never.json"), "60");
        foreach (var child in await footprint.Begun(program))
            Signal("KILL", child);
        var errors = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, program.ExitCode);
        Assert.Contains("ended early", errors, StringComparison.Ordinal);
        await footprint.RequireNothingLeft();
    }

    [Fact]
    public async Task A_start_sweeps_what_dead_calibrations_left_and_nothing_else()
    {
        using var footprint = new Footprint();
        var dead = Directory.CreateDirectory(Path.Combine(footprint.Folder, "mountsim-calibrate-0123456789abcdef-1-2-3-AbCdEf")).FullName;
        var foreign = Directory.CreateDirectory(Path.Combine(footprint.Folder, "mountsim-calibrate-of-somebody-else")).FullName;
        var full = Directory.CreateDirectory(Path.Combine(footprint.Folder, "mountsim-calibrate-0123456789abcdef-1-2-3-GhIjKl")).FullName;
        await File.WriteAllTextAsync(Path.Combine(full, "precious"), "x", TestContext.Current.CancellationToken);
        using var program = WorkerProgram.Start(footprint.Folder, Path.Combine(footprint.Folder, "p.json"), "60");
        await footprint.Begun(program);
        Signal("INT", program.Id);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(foreign));
        Assert.True(File.Exists(Path.Combine(full, "precious")));
    }

    private static void RequireRoot()
    {
        if (Environment.UserName != "root")
            Assert.Skip("real mounts need root");
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", ["-" + name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static async Task RequireGone(IEnumerable<int> processes)
    {
        foreach (var process in processes)
            for (var tries = 0; Directory.Exists($"/proc/{process}") && tries < 1000; tries++)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.All(processes, p => Assert.False(Directory.Exists($"/proc/{p}")));
    }
}
