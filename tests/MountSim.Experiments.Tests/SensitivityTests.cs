using MountSim.Model.Costs;

namespace MountSim.Experiments.Tests;

public class SensitivityTests
{
    [Fact]
    public void A_slower_machine_takes_longer_and_the_middle_lies_between()
    {
        var report = (Small.Request with { Runtime = "containerd-runc" }).With(load => load with { Containers = 30 }).Predict();
        var speed = report.Sensitivity[0];
        Assert.True(speed.Low < speed.High);
        Assert.True(speed.MakespanAtLowMs < speed.MakespanAsDrawnMs);
        Assert.True(speed.MakespanAsDrawnMs < speed.MakespanAtHighMs);
    }

    [Fact]
    public void A_parameter_that_is_known_exactly_is_at_its_bounds_as_drawn()
    {
        var profile = LoadedModels.DefaultProfile;
        var known = profile with { Guesses = profile.Guesses with { DirtyShare = Interval.Exact(0.5), ParallelLoads = Interval.Exact(4) } };
        var row = Predictor.Predict(Small.Request, known, null, CancellationToken.None).Sensitivity[1];
        Assert.Equal((row.MakespanAsDrawnMs, row.MakespanAsDrawnMs), (row.MakespanAtLowMs, row.MakespanAtHighMs));
    }
}
