using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tests;

/// <summary>Where a kernel preempts its own code, as its configuration and its boot parameters say.</summary>
public class KernelPreemptionTests
{
    private const string Dynamic = "CONFIG_PREEMPT_DYNAMIC=y";

    [Theory]
    [InlineData("CONFIG_PREEMPT_NONE=y", "none")]
    [InlineData("CONFIG_PREEMPT_VOLUNTARY=y", "voluntary")]
    [InlineData("CONFIG_PREEMPT_LAZY=y", "lazy")]
    [InlineData("CONFIG_PREEMPT=y", "full")]
    [InlineData("# CONFIG_PREEMPT_NONE is not set\nCONFIG_PREEMPT_COUNT=y", null)]
    [InlineData("", null)]
    public void A_configuration_names_one_model(string configuration, string? model) => Assert.Equal(model, KernelPreemption.Of("quiet", "CONFIG_HZ=250\n" + configuration));

    [Theory]
    [InlineData("quiet preempt=full", Dynamic, "full")]
    [InlineData("preempt=full preempt=none\n", Dynamic, "none")]
    [InlineData("preempt=full", "", "voluntary")]
    [InlineData("preempt=sometimes", Dynamic, "voluntary")]
    public void A_boot_parameter_overrides_it_where_the_kernel_can_change(string commandLine, string dynamic, string model) =>
        Assert.Equal(model, KernelPreemption.Of(commandLine, "CONFIG_PREEMPT_VOLUNTARY=y\n" + dynamic));
}
