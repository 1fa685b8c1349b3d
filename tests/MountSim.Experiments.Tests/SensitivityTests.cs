namespace MountSim.Experiments.Tests;

public class SensitivityTests
{
    [Fact]
    public void A_slower_machine_takes_longer_and_the_middle_lies_between()
    {
        var report = (Small.Request with { Runtime = "containerd-runc" }).With(load => load with { Containers = 30 }).Predict();
        var speed = report.Sensitivity[0];
        Assert.True(speed.Low < speed.High);
        Assert.True(speed.MakespanAtLowMs < speed.MakespanAtHighMs);
    }
}
