using System.Runtime.Versioning;
using MountSim.Calibration.ContainerRuntimes;

namespace MountSim.Cli.Tests.Bursts;

/// <summary>Containers that runc and crun really start, where they are installed; they need root.</summary>
[SupportedOSPlatform("linux")]
public sealed class RealStarts : IDisposable
{
    private const int Killed = 137, Interrupted = 130;

    private readonly MountsimProcess tool = new();

    public RealStarts()
    {
        if (!MountsimProcess.IsRoot) Assert.Skip("SKIPPED: real bursts make mounts and need root");
    }

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("runc")]
    [InlineData("crun")]
    public async Task Containers_start_have_the_mounts_of_the_model_and_leave_nothing_behind(string program)
    {
        Require(program);
        var cgroups = Cgroups();
        var result = await tool.Run("validate", "host", "--quick", "--only", program + "/2", "--profile", Profile, "--format", "csv");
        Assert.Contains(result.Exit, new[] { ExitCode.Done, ExitCode.AnsweredNo });
        Assert.Contains($"{program}/2,", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT AS MODELLED", result.Out + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT JUDGED", result.Out + result.Error, StringComparison.Ordinal);
        var throughput = result.Out.Split("\r\n").First(line => line.Contains(",throughput,", StringComparison.Ordinal));
        Assert.DoesNotContain("skipped", throughput, StringComparison.Ordinal);
        await tool.RequireNothingLeft();
        Assert.Equal(cgroups, Cgroups());
    }

    [Theory]
    [InlineData("runc", "INT")]
    [InlineData("runc", "KILL")]
    [InlineData("crun", "INT")]
    [InlineData("crun", "KILL")]
    public async Task A_signal_in_the_middle_leaves_nothing_behind(string program, string signal)
    {
        Require(program);
        var cgroups = Cgroups();
        using var process = tool.Start("validate", "host", "--only", program + "/8", "--rounds", "50", "--profile", Profile);
        var (worker, inside) = await MountsimProcess.RuntimeWorker(process, program);
        MountsimProcess.Signal(signal, process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(signal == "KILL" ? Killed : Interrupted, process.ExitCode);
        await MountsimProcess.RequireGone(worker);
        await MountsimProcess.RequireEmpty(inside);
        await tool.RequireNothingLeft();
        Assert.Equal(cgroups, Cgroups());
    }

    [Fact]
    public async Task A_killed_measuring_process_costs_its_case_takes_its_containers_along_and_leaves_nothing_behind()
    {
        Require("runc");
        using var process = tool.Start("validate", "host", "--only", "runc/8", "--rounds", "50", "--profile", Profile);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (worker, inside) = await MountsimProcess.RuntimeWorker(process, "runc");
        MountsimProcess.Kill(worker);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("NOT JUDGED: runc/8: the measuring process ended early with code 137.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("SKIPPED runc/8", await error, StringComparison.Ordinal);
        await MountsimProcess.RequireEmpty(inside);
        await tool.RequireNothingLeft();
    }

    [Fact]
    public async Task A_runtime_that_cannot_start_is_skipped_loudly()
    {
        var bin = Directory.CreateDirectory(Path.Combine(tool.Folder, "bin")).FullName;
        var fake = Path.Combine(bin, "runc");
        await File.WriteAllTextAsync(fake, "#!/bin/sh\n[ \"$1\" = --version ] && echo runc version 1.1.5 && exit\necho no such luck >&2; exit 3\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var result = await tool.Run([("PATH", $"{bin}:{Environment.GetEnvironmentVariable("PATH")}")], "validate", "host", "--quick", "--only", "runc", "--profile", Profile);
        Assert.Contains("SKIPPED runc/1, throughput: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 3: no such luck", result.Error, StringComparison.Ordinal);
        Assert.Contains("NOT JUDGED: runc/1, runc/2, runc/8:", result.Out, StringComparison.Ordinal);
        Directory.Delete(bin, true);
        await tool.RequireNothingLeft();
    }

    [Fact]
    public async Task A_host_without_one_is_told_so()
    {
        var result = await tool.Run([("PATH", tool.Folder)], "validate", "host", "--quick", "--only", "runc", "--profile", Profile);
        Assert.Contains("NOT JUDGED: runc: no runc is on the PATH; install it to have its starts judged.", result.Out, StringComparison.Ordinal);
        await tool.RequireNothingLeft();
    }

    private static string Profile => Path.Combine(Repository.Root, "calibration", "zen4-guest-linux-6.18.json");

    // Only those of the runtimes' own names: others come and go.
    private static IReadOnlyList<string> Cgroups() =>
        Directory.Exists("/sys/fs/cgroup") ? [.. Directory.EnumerateDirectories("/sys/fs/cgroup", "mountsim-*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal)] : [];

    private static void Require(string program) =>
        Assert.SkipWhen(InstalledRuntime.Find(OciProgram.All.Single(one => one.Name == program)) is null, $"SKIPPED: no {program} is on the PATH; on Debian 'apt-get install --no-install-recommends {program}'");
}
