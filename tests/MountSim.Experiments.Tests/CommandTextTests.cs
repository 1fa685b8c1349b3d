using MountSim.Experiments.Requests;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Tests;

/// <summary>A request as the command line that asks for it.</summary>
public sealed class CommandTextTests
{
    [Fact]
    public void What_is_at_its_default_is_not_said() => Assert.Equal("mountsim predict", CommandText.Of("mountsim predict", new PredictRequest { Threads = 3 }));

    [Fact]
    public void What_decides_the_numbers_may_be_said_all_the_same() =>
        Assert.Equal("mountsim predict --replications 10 --seed 1", CommandText.Of("mountsim predict", new PredictRequest(), "replications", "seed"));

    [Fact]
    public void What_repeats_is_an_option_each_and_a_flag_has_no_value()
    {
        var request = new PredictRequest { Userns = true, WhatIf = [new WhatIf("transfer", 0.5), new WhatIf("wake_up", 2)] }
            .With(load => load with { RuntimeVariables = new Dictionary<string, double> { ["MD"] = 12, ["C"] = 2 } });
        Assert.Equal("x --what-if transfer=x0.5 --what-if wake_up=x2 --userns --set C=2 --set MD=12", CommandText.Of("x", request));
    }

    [Theory]
    [InlineData("my host.json", "'my host.json'")]
    [InlineData("$(rm).json", "'$(rm).json'")]
    [InlineData("it's.json", @"'it'\''s.json'")]
    public void A_shell_reads_a_path_back_as_it_is(string path, string quoted) => Assert.Equal($"x --profile {quoted}", CommandText.Of("x", new PredictRequest { Profile = path }));
}
