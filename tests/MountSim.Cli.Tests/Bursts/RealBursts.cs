using System.Text.Json;

namespace MountSim.Cli.Tests.Bursts;

/// <summary>Real bursts of a few containers, counted; they need root.</summary>
public sealed class RealBursts : IDisposable
{
    private const int Killed = 137;

    private readonly MountsimProcess tool = new();

    public RealBursts()
    {
        if (!MountsimProcess.IsRoot) Assert.Skip("SKIPPED: real bursts make mounts and need root");
    }

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("containerd-runc", 3, "mount.overlay", "namespace.copy", "pivot_root", "umount.detach.oldroot")]
    [InlineData("crun-1.29", 0, "namespace.copy", "pivot_root", "umount.detach.oldroot")]
    [InlineData("crun-1.8", 0, "namespace.copy", "pivot_root", "mount.proc")]
    public async Task A_burst_does_what_the_model_says_and_leaves_nothing_behind(string runtime, int hostMounts, params string[] once)
    {
        const int Containers = 4;
        var result = await tool.Run("burst", "--runtime", runtime, "--containers", "4", "--concurrency", "2", "--walks-per-cpu-ms", "1", "--format", "json");
        Assert.True(result.Exit == ExitCode.Done, result.Error);
        var burst = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal(Containers, burst.GetProperty("start_times_ms").GetArrayLength());
        Assert.Equal(hostMounts * Containers, burst.GetProperty("host_mounts_after").GetInt32() - burst.GetProperty("summary").GetProperty("host_mounts").GetInt32());
        Assert.All(once, operation => Assert.Equal(Containers, Count(burst, operation)));
        await tool.RequireNothingLeft();
    }

    [Theory]
    [InlineData("minimal-legacy")]
    [InlineData("minimal-fd")]
    public async Task A_container_has_the_mounts_that_its_runtime_leaves(string runtime)
    {
        var result = await tool.Run("burst", "--runtime", runtime, "--containers", "2", "--set", "cpu_per_mount=10", "--format", "json");
        Assert.True(result.Exit == ExitCode.Done, result.Error);
        // The namespace begins with the one mount that all lie on; nine binds and an overlay follow.
        Assert.Equal(1 + 10, JsonDocument.Parse(result.Out).RootElement.GetProperty("container_mounts").GetInt32());
        await tool.RequireNothingLeft();
    }

    [Fact]
    public async Task Every_storm_runs_and_ends_as_it_began()
    {
        foreach (var storm in Model.Runtimes.RuntimeCatalog.Storms)
        {
            var result = await tool.Run("burst", "--runtime", storm, "--containers", "2", "--layers", "3", "--set", "cycles=2", "--format", "json");
            Assert.True(result.Exit == ExitCode.Done, storm + result.Error);
            var burst = JsonDocument.Parse(result.Out).RootElement;
            Assert.Equal(burst.GetProperty("summary").GetProperty("host_mounts").GetInt32(), burst.GetProperty("host_mounts_after").GetInt32());
        }

        await tool.RequireNothingLeft();
    }

    [Fact]
    public async Task The_prediction_stands_beside_it_in_the_same_columns()
    {
        var locks = Path.Combine(tool.Folder, "locks.csv");
        var result = await tool.Run("burst", "--runtime", "minimal-legacy", "--containers", "4", "--set", "cpu_per_mount=100", "--predict", "--format", "csv", "--locks", locks);
        Assert.True(result.Exit == ExitCode.Done, result.Error);
        var lines = result.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(',', Reporting.Columns.PredictionColumns.All.Names), lines[0]);
        Assert.StartsWith("measured/minimal-legacy/4,host,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("host/linux-", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith(string.Join(',', Reporting.Columns.LocksColumns.All.Names), await File.ReadAllTextAsync(locks, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(locks);
        await tool.RequireNothingLeft();
    }

    [Theory]
    [InlineData("fs.mount-max", "--containers", "1000000")]
    [InlineData("longer than the 1 s", "--containers", "5000", "--max-seconds", "1", "--concurrency", "10")]
    [InlineData("mount_setattr.idmap", "--runtime", "k8s-containerd-userns-perlayer")]
    [InlineData("pivot_root", "--runtime", "crun-1.29", "--set", "otn=1")]
    public async Task What_does_not_fit_or_cannot_be_done_is_refused_before_anything_is_made(string reason, params string[] args)
    {
        var result = await tool.Run(["burst", .. args]);
        Assert.Equal((ExitCode.HostCannot, ""), (result.Exit, result.Out));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        await tool.RequireNothingLeft();
    }

    [Fact]
    public async Task A_burst_that_takes_longer_than_it_may_is_ended()
    {
        var result = await tool.Run("burst", "--runtime", "storm-tmpfs", "--containers", "2", "--set", "cycles=20000", "--max-seconds", "0.5");
        Assert.Equal(ExitCode.HostCannot, result.Exit);
        Assert.Contains("was not over after 0.5 s", result.Error, StringComparison.Ordinal);
        await tool.RequireNothingLeft();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_of_either_process_leaves_nothing_behind(bool killsTheTool)
    {
        using var process = tool.Start("burst", "--runtime", "storm-tmpfs", "--containers", "4", "--set", "cycles=20000", "--max-seconds", "60");
        var worker = await MountsimProcess.BurstWorker(process);
        MountsimProcess.Kill(killsTheTool ? process.Id : worker);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(killsTheTool ? Killed : ExitCode.HostCannot, process.ExitCode);
        await MountsimProcess.RequireGone(worker);
        await tool.RequireNothingLeft();
    }

    private static int Count(JsonElement burst, string operation) =>
        burst.GetProperty("operations").EnumerateArray().First(one => one.GetProperty("operation").GetString() == operation).GetProperty("count").GetInt32();
}
