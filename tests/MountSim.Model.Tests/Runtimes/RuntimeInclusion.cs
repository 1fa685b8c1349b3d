using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

public sealed class RuntimeInclusion : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_included_runtime_is_spliced_in_at_its_place()
    {
        var (containerd, runc) = (RuntimeCatalog.Load("containerd-runc"), RuntimeCatalog.Load("runc-1.5"));
        Assert.Equal(["runc-1.5"], containerd.Includes);
        Assert.Equal(4 + runc.Start.Count, containerd.Start.Count);
        Assert.Equal(runc.Start.Select(step => step.At), containerd.Start.Skip(4).Select(step => step.At));
        Assert.Equal(runc.Stop.Select(step => step.At), containerd.Stop.Take(runc.Stop.Count).Select(step => step.At));
        Assert.StartsWith("models/runtimes/runc-1.5.yaml:", containerd.Start[4].At, StringComparison.Ordinal);
    }

    [Fact]
    public void The_including_file_sets_the_variables_of_the_included_one()
    {
        var pause = RuntimeCatalog.Load(Write("pause", """
            name: pause
            title: a pause container
            source: made up
            extends: containerd-runc
            variables: { P: 5, F: 2, Bprop: 0 }
            """));
        var (values, docker) = (pause.Bind(new RuntimeInputs(Volumes: 0)), RuntimeCatalog.Load("containerd-runc"));
        Assert.Equal(["containerd-runc", "runc-1.5"], pause.Includes);
        Assert.Equal(docker.MountOperations(docker.Bind(new RuntimeInputs(Volumes: 0))) - 3, pause.MountOperations(values));
    }

    [Fact]
    public void Two_of_a_kind_under_names_of_their_own_have_variables_of_their_own()
    {
        var pod = RuntimeCatalog.Load(Write("pod", """
            name: pod
            title: two containers
            source: made up
            mounts_left: { host: 0, container: one_P + two_P }
            variables:
              C: { law: 2, meaning: how many of the second }
              F: { law: 4, meaning: binds of the second }
            start:
              - { include: runc-1.5, as: one, with: { P: 5, F: 2, V: 0 } }
              - repeat: C
                steps:
                  - { include: runc-1.5, as: two, with: { F: F + 1 } }
            stop:
              - { include: runc-1.5, as: two }
              - { include: runc-1.5, as: one }
            """));
        var values = pod.Bind(new RuntimeInputs(Volumes: 3));
        Assert.Equal(5 + 7, pod.ContainerMountsLeft.Evaluate(values));
        Assert.Equal(Runc(5, 2, 0) + (2 * Runc(7, 5, 3)), pod.MountOperations(values));
        var changed = pod.Bind(new RuntimeInputs(Volumes: 3), new Dictionary<string, double> { ["F"] = 1, ["one_P"] = 6 });
        Assert.Equal(Runc(6, 2, 0) + (2 * Runc(7, 2, 3)), pod.MountOperations(changed));

        static int Runc(int pseudo, int binds, int volumes)
        {
            var runc = RuntimeCatalog.Load("runc-1.5");
            return runc.MountOperations(runc.Bind(new RuntimeInputs(Volumes: volumes), new Dictionary<string, double> { ["P"] = pseudo, ["F"] = binds }));
        }
    }

    [Fact]
    public void A_fixed_variable_says_what_to_take_instead()
    {
        var podman = RuntimeCatalog.Load("podman-runc");
        podman.Bind(new RuntimeInputs(), new Dictionary<string, double> { ["U"] = 0 });
        var error = Assert.Throws<ModelException>(() => podman.Bind(new RuntimeInputs(), new Dictionary<string, double> { ["U"] = 1 }));
        Assert.Equal("runtime podman-runc: variable 'U' is '1'; allowed: 0, this configuration has no user namespace; take podman-crun-userns", error.Message);
    }

    [Fact]
    public void What_a_file_does_not_state_it_has_from_the_one_it_extends()
    {
        var (legacy, fd) = (RuntimeCatalog.Load("minimal-legacy"), RuntimeCatalog.Load("minimal-fd"));
        Assert.Equal(legacy.Stop.Select(step => step.At), fd.Stop.Select(step => step.At));
        Assert.Equal(legacy.Variables.Select(variable => variable.Name), fd.Variables.Select(variable => variable.Name));
        Assert.True(fd.NamespaceBeforeStart);
    }

    [Fact]
    public void A_circle_of_inclusions_is_refused()
    {
        var path = Path.Combine(folder, "circle.yaml");
        Write("circle", $$"""
            name: circle
            title: includes itself
            source: made up
            mounts_left: { host: 0, container: 1 }
            start: [ { include: {{path}} } ]
            stop: []
            """);
        var error = Assert.Throws<ModelException>(() => RuntimeCatalog.Load(path));
        Assert.Contains("'circle' includes itself: circle -> circle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fd_variant_spells_out_every_call_in_order()
    {
        var overlay = RuntimeCatalog.Load("minimal-fd").Start.TakeWhile(step => step is not LoopStep).OfType<OperationStep>().Select(step => step.Operation);
        Assert.Equal(
            ["fsopen", "fsconfig.set", "fsconfig.create.overlay", "fsmount", "move_mount", "close.attached", "close.fscontext"], overlay);
        var bind = Assert.IsType<LoopStep>(RuntimeCatalog.Load("minimal-fd").Start[^1]).Steps.OfType<OperationStep>().Select(step => step.Operation);
        Assert.Equal(["open_tree.clone", "move_mount", "close.attached"], bind);
    }

    [Fact]
    public void The_catalog_lists_every_built_in_runtime_under_the_name_in_its_file()
    {
        Assert.Superset(
            new HashSet<string> { "minimal-legacy", "minimal-fd", "runc-1.5", "crun-1.29", "containerd-runc" }, RuntimeCatalog.Names.ToHashSet());
        Assert.All(RuntimeCatalog.Names, name => Assert.Equal(name, RuntimeCatalog.Load(name).Name));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name + ".yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
