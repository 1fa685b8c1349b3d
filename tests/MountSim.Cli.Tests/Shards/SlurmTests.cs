using System.Globalization;
using System.Text.RegularExpressions;

namespace MountSim.Cli.Tests.Shards;

/// <summary>The shard path under a real Slurm: an array job, a killed worker, the missing shards sent again, and the bytes of one machine.</summary>
public sealed partial class SlurmTests : IDisposable
{
    private const int Shards = 40;
    private static readonly string[] Scenarios = ["--containers", "1..40", "--runtime", "minimal-fd,crun-1.29", "--replications", "1", "--cores", "4", "--sockets", "1"];

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task A_killed_worker_s_shard_is_sent_again_and_the_merge_is_what_one_machine_writes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var cluster = await SlurmCluster.StartAsync(cancellation);
        var parts = tool.In("parts");
        var script = tool.Run(["sweep", "emit", "slurm", .. Scenarios, "--shards", Text(Shards), "--out", parts, "--program", MountsimProcess.Program]);
        Assert.Equal((ExitCode.Done, ""), (script.Exit, script.Error));
        await File.WriteAllTextAsync(tool.In("sweep.sh"), script.Out, cancellation);

        var job = await SubmitAsync(cluster);
        var killed = new List<int>();
        await cluster.UntilAsync(
            "a worker to kill",
            () =>
            {
                if (Workers.KillOne(parts, index => index >= Shards / 4) is { } index) killed.Add(index);
                return Task.FromResult(killed.Count > 0);
            });
        await cluster.FinishAsync(job);

        var status = Mountsim("sweep", "status", parts);
        Assert.Equal(ExitCode.AnsweredNo, status.Exit);
        Assert.Equal(Text(killed[0]), Missing().Match(status.Out).Groups[1].Value);
        Assert.Equal(ExitCode.BadInput, Mountsim("sweep", "merge", parts, "--output", tool.In("gap.csv")).Exit);

        await cluster.FinishAsync(await SubmitAsync(cluster, Missing().Match(status.Out).Value));
        Assert.Equal(ExitCode.Done, Mountsim("sweep", "status", parts).Exit);
        Assert.Equal(ExitCode.Done, Mountsim("sweep", "merge", parts, "--output", tool.In("merged.csv")).Exit);
        Assert.Equal(ExitCode.Done, Mountsim(["sweep", .. Scenarios, "--output", tool.In("one.csv")]).Exit);
        Assert.Equal(81, (await File.ReadAllLinesAsync(tool.In("one.csv"), cancellation)).Length);
        Assert.Equal(await File.ReadAllBytesAsync(tool.In("one.csv"), cancellation), await File.ReadAllBytesAsync(tool.In("merged.csv"), cancellation));
    }

    private Task<string> SubmitAsync(SlurmCluster cluster, params string[] options) =>
        cluster.RunAsync("sbatch", ["--parsable", $"--output={tool.In("task-%a.log")}", $"--chdir={tool.Folder}", .. options, tool.In("sweep.sh")]);

    private static (string Out, int Exit) Mountsim(params string[] arguments)
    {
        using var process = new MountsimProcess(arguments);
        return process.Finish();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("--array=([0-9,-]+)")]
    private static partial Regex Missing();
}
