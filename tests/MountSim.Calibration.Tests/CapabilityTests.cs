using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tests;

/// <summary>Capabilities as /proc/PID/status shows them.</summary>
public class CapabilityTests
{
    [Theory]
    [InlineData("CapEff:\t000001ffffffffff", true, true)]
    [InlineData("CapEff:\t0000000000200000", true, false)]
    [InlineData("CapEff:\t00000000a80425fb", false, true)] // a container's root, as Docker has it
    [InlineData("CapEff:\t0000000000000000", false, false)]
    [InlineData("CapEff:\tsomething else", false, false)]
    [InlineData(null, false, false)]
    public void A_capability_is_its_bit(string? line, bool mounts, bool tracerFiles)
    {
        Assert.Equal(mounts, Capability.Mounts.IsIn(line));
        Assert.Equal(tracerFiles, Capability.TracerFiles.IsIn(line));
    }

    [Fact]
    public void What_is_missing_is_said_with_its_purpose_and_its_remedy()
    {
        var said = Capability.Mounts.Missing("a burst mounts");
        Assert.StartsWith("a burst mounts, which takes CAP_SYS_ADMIN (mounts, ", said, StringComparison.Ordinal);
        Assert.Contains("run it as root", said, StringComparison.Ordinal);
    }
}
