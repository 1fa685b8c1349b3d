using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Tests;

/// <summary>Capabilities as /proc/PID/status shows them.</summary>
public class CapabilityTests
{
    [Theory]
    [InlineData("CapEff:\t000001ffffffffff", true, true, true)]
    [InlineData("CapEff:\t0000000000200000", true, false, false)]
    [InlineData("CapEff:\t00000000a80425fb", false, true, false)] // a container's root, as Docker has it
    [InlineData("CapEff:\t0000000400000000", false, false, true)]
    [InlineData("CapEff:\tsomething else", false, false, false)]
    [InlineData(null, false, false, false)]
    public void A_capability_is_its_bit(string? line, bool mounts, bool overlays, bool symbols)
    {
        Assert.Equal(mounts, Capability.Mounts.IsIn(line));
        Assert.Equal(overlays, Capability.Overlays.IsIn(line));
        Assert.Equal(symbols, Capability.Symbols.IsIn(line));
    }

    [Fact]
    public void What_is_missing_is_said_with_its_purpose_and_its_remedy()
    {
        var said = Capability.Mounts.Missing("a burst mounts");
        Assert.StartsWith("a burst mounts, which takes CAP_SYS_ADMIN (mounts, ", said, StringComparison.Ordinal);
        Assert.Contains("run it as root", said, StringComparison.Ordinal);
    }
}
