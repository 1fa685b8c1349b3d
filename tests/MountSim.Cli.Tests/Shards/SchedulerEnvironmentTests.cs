using System.Globalization;

namespace MountSim.Cli.Tests.Shards;

/// <summary>Shards by the environment variables of schedulers alone, each in a process of its own: the merge is what one machine writes, whatever their number.</summary>
public sealed class SchedulerEnvironmentTests : IDisposable
{
    private static readonly string[] Scenarios = ["--containers", "1..5", "--runtime", "minimal-fd,crun-1.29", "--replications", "1", "--cores", "4", "--sockets", "1"];

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_merge_is_what_one_machine_writes()
    {
        Assert.Equal(ExitCode.Done, Run(["sweep", .. Scenarios, "--output", tool.In("one.csv")]));
        Merged("aws", 1, [], index => [("AWS_BATCH_JOB_ARRAY_INDEX", index), ("AWS_BATCH_JOB_ARRAY_SIZE", "1")]);
        Merged("slurm", 3, [], index => [("SLURM_ARRAY_TASK_ID", Text(10 + (2 * int.Parse(index, CultureInfo.InvariantCulture)))), ("SLURM_ARRAY_TASK_COUNT", "3"), ("SLURM_ARRAY_TASK_MIN", "10"), ("SLURM_ARRAY_TASK_MAX", "14"), ("SLURM_ARRAY_TASK_STEP", "2")]);
        Merged("pbs", 7, ["--shards", "7"], index => [("PBS_ARRAY_INDEX", index)]);
    }

    [Fact]
    public void The_plan_of_a_fleets_parts_is_what_one_machine_writes()
    {
        File.WriteAllText(tool.In("hosts.csv"), "class,hosts,cores,sockets,runtime,containers\na,3,2,1,minimal-legacy,4\nb,5,4,1,minimal-fd,6\nc,2,4,1,minimal-fd,6\nd,2,2,1,minimal-fd,4\n");
        string[] question = ["fleet", tool.In("hosts.csv"), "--replications", "2", "--search-to", "2", "--slo", "start_p99_ms<=20"];
        Assert.Equal(ExitCode.Done, Run([.. question, "--output", tool.In("one.csv")]));
        Planned("aws", 1, index => [("AWS_BATCH_JOB_ARRAY_INDEX", index), ("AWS_BATCH_JOB_ARRAY_SIZE", "1")]);
        Planned("kubernetes", 3, index => [("JOB_COMPLETION_INDEX", index)], "--shards", "3");
        Planned("slurm", 7, index => [("SLURM_ARRAY_TASK_ID", index), ("SLURM_ARRAY_TASK_COUNT", "7")]);

        void Planned(string name, int shards, Func<string, (string Name, string Value)[]> environment, params string[] more)
        {
            var parts = tool.In(name);
            for (var index = 0; index < shards; index++) Assert.Equal(ExitCode.Done, Run([.. question, .. more, "--out", parts], environment(Text(index))));
            Assert.Equal(shards + 1, Directory.GetFileSystemEntries(parts).Length); // the fleet's file, a part a shard, and nothing temporary
            Assert.Equal(ExitCode.Done, Run([.. question, "--from", parts, "--output", tool.In($"{name}.csv")]));
            Assert.Equal(File.ReadAllBytes(tool.In("one.csv")), File.ReadAllBytes(tool.In($"{name}.csv")));
        }
    }

    private void Merged(string name, int shards, string[] more, Func<string, (string Name, string Value)[]> environment)
    {
        var parts = tool.In(name);
        for (var index = 0; index < shards; index++) Assert.Equal(ExitCode.Done, Run(["sweep", "run", .. Scenarios, .. more, "--out", parts], environment(Text(index))));
        Assert.Equal(shards + 1, Directory.GetFileSystemEntries(parts).Length); // the sweep's file, a part a shard, and nothing temporary
        Assert.Equal(ExitCode.Done, Run(["sweep", "merge", parts, "--output", tool.In($"{name}.csv")]));
        Assert.Equal(File.ReadAllBytes(tool.In("one.csv")), File.ReadAllBytes(tool.In($"{name}.csv")));
    }

    private static int Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = new MountsimProcess(MountsimProcess.Program, arguments, environment);
        return process.Finish().Exit;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
