using System.Text.Json;
using MountSim.Experiments.Planning;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Planning;

public class CapacityTests
{
    private static readonly PredictRequest Scenario = Small.Request with { Runtime = "containerd-runc", Replications = 4, Threads = 2 };

    private static readonly CapacityQuestion Question = new() { Request = Scenario, Targets = [Slo.Parse("start_p99_ms<=100")], To = 40, MaxReplications = 4 };

    [Fact]
    public void It_agrees_with_the_sweep_of_every_value()
    {
        var report = Find(Question);
        var sweep = Enumerable.Range(1, 40).Select(containers => (containers, Scenario.With(load => load with { Containers = containers }).Predict().Summary.StartP99CiHighMs)).ToList();
        var largest = sweep.TakeWhile(row => row.StartP99CiHighMs <= 100).Last().containers;
        Assert.InRange(largest, 5, 35); // else the question is none
        Assert.Equal((largest, largest + 1.0), (report.Largest, report.NextTried));
    }

    [Fact]
    public void The_knee_is_the_last_value_whose_p99_start_has_not_doubled()
    {
        var report = Find(Question with { Targets = [Slo.Parse("start_p99_ms<=10s")] });
        double Growth(double containers) => report.Points.Single(point => point.Value == containers).StartP99.Mean;
        var alone = Growth(1);
        var knee = report.Knee!.Value;
        Assert.InRange(Growth(knee) / alone, 1.5, 2.05);
        Assert.True(report.Points.Where(point => point.Value > knee).All(point => point.StartP99.Mean > 1.9 * alone));
    }

    [Fact]
    public void What_does_not_hold_at_the_smallest_is_not_met()
    {
        var report = Find(Question with { Targets = [Slo.Parse("start_p99_ms<=1")] });
        Assert.False(report.IsMet);
        Assert.Null(report.Headroom(10));
        Assert.Equal("No: start_p99_ms<=1 does not hold even at containers 1.", report.Sentence());
    }

    [Fact]
    public void What_holds_to_the_end_is_said_to()
    {
        var report = Find(Question with { Targets = [Slo.Parse("makespan_ms<=1000s")], To = 6 });
        Assert.Equal((6.0, null), (report.Largest, report.NextTried));
        Assert.Equal(1, report.Headroom(3));
    }

    [Fact]
    public void All_targets_must_hold()
    {
        var one = Find(Question).Largest;
        var both = Find(Question with { Targets = [.. Question.Targets, Slo.Parse("mount_operations<=60")] }).Largest;
        Assert.True(both < one);
        Assert.Equal(2, both); // 29 operations a container
    }

    [Fact]
    public void An_undecided_value_gets_more_replications_and_is_not_claimed_when_they_do_not_decide()
    {
        var report = Find(Question with { MaxReplications = 16 });
        Assert.All(report.Points.Where(point => point.Verdict == Verdict.Undecided && point.Value >= report.Largest), point => Assert.Equal(16, point.Replications));
        var claimed = report.Points.Single(point => point.Value == report.Largest);
        Assert.True(claimed.Targets[0].High <= 100);
    }

    [Fact]
    public void A_denser_host_takes_longer_and_a_rate_is_found_between_whole_numbers()
    {
        var dense = Find(Question with { Request = Scenario.With(load => load with { Containers = 10 }), Vary = "running", From = 0, To = 3000, Targets = [Slo.Parse("start_p99_ms<=120")], Resolution = 0.1 });
        Assert.InRange(dense.Largest!.Value, 1, 2999);
        var rate = Find(Question with { Request = Scenario.With(load => load with { Containers = 30 }), Vary = "rate", From = 5, To = 5000, Targets = [Slo.Parse("start_p99_ms<=60")], Resolution = 0.05 });
        Assert.InRange(rate.Largest!.Value, 5, 4999);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        string Text(int threads) => JsonSerializer.Serialize(Find(Question with { Request = Scenario with { Threads = threads } }).Points);
        Assert.Equal(Text(1), Text(4));
    }

    [Fact]
    public void Cancelled_it_answers_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Capacity.Find(Question, null, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("kernel", 1, "--vary: found 'kernel'; allowed: a number of the scenario, such as containers, running or rate")]
    [InlineData("seed", 1, "--vary: found 'seed'; allowed: a number of the scenario")]
    [InlineData("layers", 900, "--from: found '900'; allowed: a whole number from 1 to 500")]
    [InlineData("containers", 50, "--to: found '40' with --from 50; allowed: at least as much")]
    public void What_cannot_grow_is_refused(string vary, double from, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => Find(Question with { Vary = vary, From = from, To = vary == "containers" ? 40 : 2000 })).Message, StringComparison.Ordinal);

    private static CapacityReport Find(CapacityQuestion question) => Capacity.Find(question, null, CancellationToken.None);
}
