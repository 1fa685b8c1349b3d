using MountSim.Experiments.Planning;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Planning;

public class VariantTextTests
{
    private static readonly PredictRequest Baseline = new() { Cores = 8, Sockets = 1 };

    [Fact]
    public void Words_change_one_thing_each_and_leave_the_rest()
    {
        var variant = Assert.Single(VariantText.Read(Baseline, "kernel=linux-7.0  layers=10"));
        Assert.Equal((Baseline with { Kernel = "linux-7.0" }).With(load => load with { Layers = 10 }), variant.Request);
        Assert.Equal(("kernel=linux-7.0 layers=10", "kernel=linux-7.0 layers=10"), (variant.Name, variant.Change));
    }

    [Fact]
    public void Lists_make_a_variant_of_every_combination() => Assert.Equal(
        ["smt=on layers=1", "smt=on layers=2", "smt=off layers=1", "smt=off layers=2"],
        VariantText.Read(Baseline, "smt=on,off layers=1,2").Select(variant => variant.Change));

    [Fact]
    public void A_name_may_stand_before() => Assert.Equal("modern", Assert.Single(VariantText.Read(Baseline, "modern: kernel=linux-7.0")).Name);

    [Fact]
    public void A_flag_may_stand_alone() => Assert.True(Assert.Single(VariantText.Read(Baseline, "userns")).Request.Userns);

    [Fact]
    public void A_machine_takes_the_place_of_cores_and_sockets()
    {
        var request = Assert.Single(VariantText.Read(Baseline, "machine=r5.metal")).Request;
        Assert.Equal(("r5.metal", null, null), (request.Machine, request.Cores, request.Sockets));
    }

    [Theory]
    [InlineData("kernal=linux-7.0", "--with: there is no option 'kernal'; did you mean 'kernel'?")]
    [InlineData("layers=0", "--with layers: found '0'; allowed: a whole number from 1 to 500")]
    [InlineData("seed=2", "--with: found 'seed=2', but replications and seed are the same for all that is compared; allowed: --seed beside it")]
    [InlineData("  ", "--with: found '  '; allowed: NAME=VALUE, such as kernel=linux-7.0")]
    [InlineData("what-if=namespace_sem", "--with what-if: found 'namespace_sem'; allowed: NAME=xFACTOR")]
    public void What_is_no_change_is_refused(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => VariantText.Read(Baseline, text)).Message, StringComparison.Ordinal);
}
