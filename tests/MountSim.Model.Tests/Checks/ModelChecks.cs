using MountSim.Model.Checks;
using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Checks;

public class ModelChecks
{
    private const string Runtime = """
        name: toy
        title: a toy
        source: made up
        mounts_left: { host: 0, container: 1 }
        start:
          - { op: namespace.copy, in: host, actor: toy, source: made up }
          - repeat: 3
            actor: toy
            source: made up
            steps:
              - { op: mount_setattr.ro, in: container }
        stop:
          - { op: namespace.exit, in: container, actor: kernel, source: made up }
        """;

    [Fact]
    public void Every_model_that_comes_with_the_tool_is_sound()
    {
        var models = Check();
        Assert.Equal(["kernel", "machine", "runtime", "mitigation"], models.Select(model => model.Kind).Distinct());
        Assert.All(models, model => Assert.Empty(model.Problems));
    }

    [Fact]
    public void Names_choose()
    {
        Assert.Equal([("kernel", "linux-6.12"), ("machine", "host")], Check("linux-6.12", "host").Select(model => (model.Kind, model.Name)));
        Assert.StartsWith("models check: no model is named 'linux-6.13'; did you mean 'linux-6.1", Assert.Throws<ModelException>(() => Check("linux-6.13")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_is_stopped_ends_before_the_next_model()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => ModelCheck.Run(["linux-6.12"], cancellation: stopped.Token));
    }

    [Fact]
    public void A_runtime_calls_what_a_kernel_has_or_is_declared_to_lack()
    {
        var runtime = RuntimeFile.Parse(Runtime, "toy.yaml");
        var whole = KernelCatalog.Load("linux-6.12");
        var lacking = KernelCatalog.LoadText("name: lacking\ntitle: Lacks it\nextends: linux-6.12\nlacks: [mount_setattr.ro]\n", "lacking.yaml");
        var silent = whole with { Name = "silent", Operations = whole.Operations.Where(item => item.Key != "mount_setattr.ro").ToDictionary() };
        Assert.False(lacking.Operations.ContainsKey("mount_setattr.ro"));
        var problem = Assert.Single(RuntimeOperations.Missing(runtime, [whole, lacking, silent]));
        Assert.Equal(new ModelProblem("toy.yaml:11:9", "calls 'mount_setattr.ro', which kernel silent neither has nor is declared to lack; allowed: one of both"), problem);
    }

    [Fact]
    public void A_file_by_path_is_told_its_kind_and_its_problem()
    {
        var folder = Directory.CreateTempSubdirectory("mountsim-check-").FullName;
        try
        {
            var path = Path.Combine(folder, "toy.yaml");
            File.WriteAllText(path, Runtime);
            Assert.Equal(("runtime", true), Check(path) is [var sound] ? (sound.Kind, sound.IsSound) : default);
            File.WriteAllText(path, Runtime.Replace("mount_setattr.ro", "mount_setattr.rw", StringComparison.Ordinal));
            var problem = Assert.Single(Assert.Single(Check(path)).Problems);
            Assert.Equal($"{path}:11:15", problem.Place);
            File.WriteAllText(path, "name: x\ntitle: x\nextends: linux-6.12\nlocks:\n  sb_lock: {kind: semaphore}\n");
            Assert.Equal(("kernel", $"{path}:5:19"), Check(path) is [var kernel] ? (kernel.Kind, kernel.Problems[0].Place) : default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<CheckedModel> Check(params string[] names) => ModelCheck.Run(names, cancellation: TestContext.Current.CancellationToken);
}
