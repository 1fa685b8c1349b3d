using MountSim.Model;

namespace MountSim.Experiments.Tests;

public class ScenarioBuilderTests
{
    [Fact]
    public void Without_options_it_is_the_large_host_and_every_setting_says_so()
    {
        var built = ScenarioBuilder.Build(new PredictRequest());
        Assert.Equal("epyc-9654-2s", built.Scenario.Machine.Name);
        Assert.Equal("linux-6.12", built.Scenario.Kernel.Name);
        Assert.Equal("containerd-runc", built.Scenario.Runtime.Name);
        Assert.Null(built.Scenario.Workload.Concurrency);
        Assert.All(built.Settings, setting => Assert.DoesNotContain("option", setting.Origin));
    }

    [Theory]
    [InlineData("mounts on the host", "60")]
    [InlineData("other mount namespaces", "10")]
    [InlineData("agents", "2")]
    [InlineData("tasks on the machine", "2000")]
    [InlineData("path components", "12")]
    [InlineData("path walks of user code", "3/ms")]
    [InlineData("SMT siblings together", "1.25 of one")]
    [InlineData("time slice", "3 ms")]
    [InlineData("wake-up", "5, 10, 20 us")]
    public void What_nobody_measured_is_printed_as_a_guess(string name, string value)
    {
        var setting = Assert.Single(ScenarioBuilder.Build(new PredictRequest()).Settings, setting => setting.Name == name);
        Assert.Equal(value, setting.Value);
        Assert.Contains("guess", setting.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_differs_from_its_default_is_printed_as_an_option()
    {
        var settings = ScenarioBuilder.Build(Small.Request.With(load => load with { Layers = 50, HostMounts = 1000 })).Settings;
        Assert.Equal(new Setting("layers", "50", "option"), settings.Single(setting => setting.Name == "layers"));
        Assert.Equal(new Setting("mounts on the host", "1000", "option"), settings.Single(setting => setting.Name == "mounts on the host"));
        Assert.Equal("option", settings.Single(setting => setting.Name == "machine").Origin);
    }

    [Fact]
    public void A_size_that_no_file_has_comes_with_a_note()
    {
        var built = ScenarioBuilder.Build(new PredictRequest { Cores = 40, Sockets = 2 });
        Assert.Equal(40, built.Scenario.Machine.Cores);
        Assert.Contains(built.Notes, note => note.Contains("2 x 20 cores", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_file_goes_without_cores_and_sockets()
    {
        var refused = Assert.Throws<ModelException>(() => ScenarioBuilder.Build(new PredictRequest { Machine = "r5.metal", Cores = 4 }));
        Assert.Contains("--machine", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-6.21", "linux-6.12")]
    [InlineData("article-fdd", "article-fd")]
    public void An_unknown_kernel_is_refused_with_the_nearest_name(string kernel, string nearest)
    {
        var refused = Assert.Throws<ModelException>(() => ScenarioBuilder.Build(Small.Request with { Kernel = kernel }));
        Assert.Contains(nearest, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_the_runtime_reach_the_scenario_and_are_printed()
    {
        var request = (Small.Request with { Runtime = "k8s-containerd-userns-common", Userns = true, ContainersPerPod = 3 })
            .With(load => load with { RuntimeVariables = new Dictionary<string, double> { ["S"] = 2 } });
        var built = ScenarioBuilder.Build(request);
        Assert.Equal([("C", 3), ("S", 2), ("U", 1)], built.Scenario.Workload.RuntimeVariables.OrderBy(set => set.Key).Select(set => (set.Key, set.Value)));
        Assert.Contains(new Setting("runtime's C", "3", "option"), built.Settings);
    }

    [Fact]
    public void More_containers_a_pod_make_more_mounts()
    {
        var one = (Small.Request with { Runtime = "k8s-containerd-2.3" })
            .With(load => load with { Containers = 2, RuntimeVariables = new Dictionary<string, double> { ["T"] = 0 } });
        var two = one with { ContainersPerPod = 2 };
        Assert.Equal(2 * 29, Operations(two) - Operations(one));   // an app container with a volume, its root file system among them

        static long Operations(PredictRequest request) => new MountSim.Model.Simulation.Storm(ScenarioBuilder.Build(request).Scenario, 1).Run().MountOperations;
    }

    [Theory]
    [InlineData("minimal-fd", true, null, "--userns: runtime minimal-fd makes no user namespaces; allowed: ")]
    [InlineData("runc-1.5", false, 2, "--containers-per-pod: runtime runc-1.5 starts no pods; allowed: k8s-containerd-2.2, ")]
    [InlineData("docker-29", true, null, "runtime docker-29: variable 'U' is '1'; allowed: 0, the containerd image store has no user namespaces; take docker-overlay2")]
    public void What_a_runtime_cannot_do_is_refused(string runtime, bool userNamespace, int? containers, string message)
    {
        var request = Small.Request with { Runtime = runtime, Userns = userNamespace, ContainersPerPod = containers };
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => ScenarioBuilder.Build(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_what_if_kernel_and_a_profile_from_elsewhere_are_noted()
    {
        var notes = ScenarioBuilder.Build(Small.Request with { Kernel = "article-mount2" }).Notes;
        Assert.Contains(notes, note => note.Contains("what-if", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("carried to", StringComparison.Ordinal));
    }

    [Fact]
    public void Smt_switched_off_leaves_the_siblings_possible_unless_an_option_says_otherwise()
    {
        var off = ScenarioBuilder.Build(new PredictRequest { Machine = "r5.metal", Smt = 1 }).Scenario.Machine;
        Assert.Equal((48, 96), (off.Cpus, off.PossibleCpus));
        var absent = ScenarioBuilder.Build(new PredictRequest { Machine = "r5.metal", Smt = 1, PossibleCpus = 48 }).Scenario.Machine;
        Assert.Equal((48, 48), (absent.Cpus, absent.PossibleCpus));
    }

    [Fact]
    public void No_more_starts_are_in_flight_than_there_are_containers() =>
        Assert.Equal(12, Small.Request.With(load => load with { Concurrency = 900 }).Predict().Summary.Concurrency);
}
