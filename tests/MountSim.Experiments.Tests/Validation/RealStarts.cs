using MountSim.Calibration.ContainerRuntimes;
using MountSim.Experiments.Validation.Host;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments.Tests.Validation;

/// <summary>Which real starts a host is judged by, and that those it is not judged by are told.</summary>
public class RealStarts
{
    private static readonly int[] Workers = [1, 4];

    [Theory]
    [InlineData("runc", "1.1.5", "runc-1.1")]
    [InlineData("crun", "1.8.1", "crun-1.8")]
    public void An_installed_runtime_is_predicted_by_the_model_of_its_version(string program, string version, string model)
    {
        var cases = RuntimeCases.Of(Installed(program, version), "6.18.1", Workers);
        Assert.Equal([$"{program}/1", $"{program}/4"], cases.Select(one => one.Id));
        Assert.All(cases, one =>
        {
            Assert.Equal((model, null), (one.Request.Runtime, one.Skipped));
            Assert.Contains($"{program} {version}", one.Title, StringComparison.Ordinal);
            Assert.Equal(OciProgram.All.Single(other => other.Name == program).Engine.ReadOnlyPaths.Count, one.Request.Workload.RuntimeVariables["R"]);
        });
        Assert.Equal([1, 4], cases.Select(one => one.Request.Workload.MostInFlight));
    }

    [Fact]
    public void A_version_that_no_model_describes_is_skipped_and_the_models_there_are_are_named()
    {
        var skipped = Assert.Single(RuntimeCases.Of(Installed("runc", "1.2.3"), "6.18.1", Workers));
        Assert.Equal("no model describes runc 1.2.3 on Linux 6.18.1; there are runc-1.1 (runc 1.0 to 1.1.14), runc-1.5 (runc 1.3.6 to 1.3, 1.4.3 to 1.5)", skipped.Skipped);
    }

    [Fact]
    public void A_skip_is_told_once_loudly()
    {
        var skipped = RuntimeCases.Of(Installed("runc", "1.2.3"), "6.18.1", Workers);
        Assert.StartsWith("NOT JUDGED: runc: no model describes runc 1.2.3", Assert.Single(RuntimeNotes.Of(skipped)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_with_other_mounts_than_the_model_counts_is_told()
    {
        var one = RuntimeCases.Of(Installed("crun", "1.8.1"), "6.18.1", Workers)[0];
        var scenario = ScenarioBuilder.Build(one.Request).Scenario;
        var counted = RuntimeModel.Times(scenario.Runtime.ContainerMountsLeft, new Model.Simulation.ContainerPlan(scenario).Values);
        Assert.Null(RuntimeNotes.Mounts(one, scenario, counted));
        Assert.StartsWith("NOT AS MODELLED: crun/1: ", RuntimeNotes.Mounts(one, scenario, counted + 1), StringComparison.Ordinal);
    }

    private static InstalledRuntime Installed(string program, string version) =>
        new(OciProgram.All.Single(one => one.Name == program), $"/usr/bin/{program}", ProgramVersion.Find(version)!);
}
