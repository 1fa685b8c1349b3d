using MountSim.Experiments.Fleets;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Tests;

/// <summary>Real plans of hosts so small that they take a moment.</summary>
public class FleetPlannerTests
{
    private const string Header = "class,hosts,cores,sockets,runtime,containers,demand_containers\n";
    private static readonly FleetQuestion Question = new([Slo.Parse("start_p99_ms<=20")], 2, Threads: 2);

    [Fact]
    public void Equal_scenarios_are_computed_once_and_answered_each()
    {
        var report = Plan(Header + "a,3,8,1,minimal-legacy,12,\nb,5,8,1,minimal-legacy,12,100\n");
        Assert.Equal(1, report.Scenarios);
        Assert.Same(report.Rows[0].Answer, report.Rows[1].Answer);
        Assert.Equal((36, 100), (report.Rows[0].Class!.DemandContainers, report.Rows[1].Class!.DemandContainers));
    }

    [Fact]
    public void The_largest_safe_burst_is_the_capacity_of_the_host()
    {
        var row = Plan(Header + "a,3,2,1,minimal-legacy,4,100\n").Rows[0];
        var question = new CapacityQuestion { Request = row.Class!.Request, Targets = Question.Targets, From = 1, To = 8, Resolution = 0.05 };
        var capacity = Capacity.Find(question, null, TestContext.Current.CancellationToken);
        Assert.Equal(capacity.Largest, row.Answer!.Largest);
        Assert.Equal((100 + row.Answer.Largest - 1) / row.Answer.Largest, row.HostsNeeded);
        Assert.Equal((row.Answer.Largest / 4.0) - 1, row.Headroom);
    }

    [Fact]
    public void A_target_that_no_burst_keeps_has_no_number_of_hosts()
    {
        var report = Plan(Header + "a,3,2,1,minimal-legacy,4,100\n", Question with { Targets = [Slo.Parse("start_p99_ms<=0.001")] });
        Assert.Equal((null, null, -1.0, false), (report.Rows[0].Answer!.Largest, report.Rows[0].HostsNeeded, report.Rows[0].Headroom, report.Rows[0].IsMet));
        Assert.Contains("with no number of hosts", report.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_the_same_whatever_the_threads()
    {
        const string table = Header + "a,3,2,1,minimal-legacy,4,\nb,1,4,1,minimal-fd,6,\n";
        string Said(int threads) => string.Join('\n', Plan(table, Question with { Threads = threads }).Rows.Select(row => $"{row.Answer!.Summary} {row.Answer.Largest} {row.Answer.Best}"));
        Assert.Equal(Said(1), Said(3));
    }

    private static FleetReport Plan(string table, FleetQuestion? question = null)
    {
        var plan = new FleetPlan(FleetInput.Read(InputTable.Parse(table, "fleet.csv"), new PredictRequest { Replications = 3 }), question ?? Question);
        return plan.Report(FleetPlanner.Answers(plan.Scenarios, plan.Question, null, TestContext.Current.CancellationToken));
    }
}
