using MountSim.Calibration.Fitting;
using MountSim.Calibration.Profiles;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Tests;

public class ClassFitTests
{
    private static readonly ClassFit Fit = new(new InstructionCounter(KernelCatalog.Load("linux-6.12")), 2, 0.35);

    [Fact]
    public void Without_evidence_a_class_is_a_guess_of_a_factor_of_two_and_says_so()
    {
        var classes = Fit.Fit([], []);
        Assert.All(classes, c => Assert.False(c.Measured));
        Assert.All(classes, c => Assert.Equal(c.NsPerInstruction.Value, c.NsPerInstruction.High / 2, 3));
        Assert.Equal(Enum.GetValues<WorkClass>(), classes.Select(c => c.Class));
    }

    [Fact]
    public void A_namespace_copy_s_slope_gives_the_clone_s_price()
    {
        var counter = new InstructionCounter(KernelCatalog.Load("linux-6.12"));
        var values = new double[VariableNames.Count];
        values[(int)Variable.Cpus] = 2;
        values[(int)Variable.Mounts] = 1;
        var one = counter.ByClass("namespace.copy", values).Sum();
        values[(int)Variable.Mounts] = 2;
        var slope = 0.5 * (counter.ByClass("namespace.copy", values).Sum() - one);
        var classes = Fit.Fit(
            [Cost("namespace.copy", 20, slope * 20), Cost("namespace.copy", 300, slope * 300)],
            [new MeasuredLaw("namespace.copy", "mounts", new(0, 0, 0), new(slope, slope, slope), 0)]);
        var clone = classes.Single(c => c.Class == WorkClass.Clone);
        Assert.True(clone.Measured);
        Assert.Equal(0.5, clone.NsPerInstruction.Value, 3);
    }

    [Theory]
    [InlineData("6.12.94+deb13-cloud-amd64", "linux-6.12")]
    [InlineData("7.3.1", "linux-7.1")]
    [InlineData("6.18.44", "linux-6.18")]
    public void The_nearest_kernel_model_is_chosen(string release, string model) => Assert.Equal(model, NearestKernel.Of(release));

    private static MeasuredCost Cost(string name, double value, double ns) => new()
    {
        Name = name, Parameter = "mounts", Value = value, Median = ns, Low = ns, High = ns, P5 = ns, P95 = ns, Mad = 0, Max = ns,
        Samples = 1, Outliers = 0, WarmUp = 0,
    };
}
