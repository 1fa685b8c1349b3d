using k8s;
using k8s.Models;

namespace MountSim.Cli.Tests.Shards;

/// <summary>The manifest as Kubernetes reads it, and its command as a pod runs it.</summary>
public sealed class KubernetesTests : IDisposable
{
    private static readonly string[] Scenarios = ["--containers", "1..3", "--runtime", "minimal-fd", "--replications", "1", "--cores", "4", "--sockets", "1"];

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_manifest_is_an_indexed_job_whose_shards_fail_one_by_one()
    {
        var job = Manifest();
        Assert.Equal(("batch/v1", "Job", "Indexed", 2, 2), (job.ApiVersion, job.Kind, job.Spec.CompletionMode, job.Spec.Completions, job.Spec.Parallelism));
        Assert.Equal(3, job.Spec.BackoffLimitPerIndex);
        Assert.Equal([2, 3, 4, 70], job.Spec.PodFailurePolicy.Rules.Single().OnExitCodes.Values);
        var pod = job.Spec.Template.Spec;
        Assert.Equal("Never", pod.RestartPolicy);
        Assert.Equal("registry.example/it's \"ours\":1", pod.Containers.Single().Image);
        Assert.Equal(["cpu", "memory"], pod.Containers.Single().Resources.Requests.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(tool.Folder, pod.Containers.Single().VolumeMounts.Single().MountPath);
        Assert.Equal("mountsim-sweep", pod.Volumes.Single().PersistentVolumeClaim.ClaimName);
    }

    [Fact]
    public void A_pod_s_command_does_the_shard_of_its_completion_index()
    {
        var command = Manifest().Spec.Template.Spec.Containers.Single().Command;
        foreach (var index in new[] { "0", "1" })
        {
            using var pod = new MountsimProcess(command[0], command.Skip(1), [("JOB_COMPLETION_INDEX", index)]);
            Assert.Equal(ExitCode.Done, pod.Finish().Exit);
        }
        using var one = new MountsimProcess(["sweep", .. Scenarios, "--format", "csv"]);
        using var merged = new MountsimProcess("sweep", "merge", tool.In("parts"), "--format", "csv");
        Assert.Equal(one.Finish(), merged.Finish());
    }

    private V1Job Manifest()
    {
        var emitted = tool.Run(["sweep", "emit", "kubernetes", .. Scenarios, "--shards", "2", "--image", "registry.example/it's \"ours\":1", "--out", tool.In("parts"), "--program", MountsimProcess.Program]);
        Assert.Equal((ExitCode.Done, ""), (emitted.Exit, emitted.Error));
        return KubernetesYaml.Deserialize<V1Job>(emitted.Out, strict: true);
    }
}
