using MountSim.Experiments.Theory;
using MountSim.Experiments.Theory.Locks;
using MountSim.Experiments.Theory.Queues;
using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Tests.Theory;

/// <summary>What has no chance in it, or a band of its own, is met as it stands.</summary>
public class TheoryCases
{
    private static readonly RunPlan Plan = new(Seed: 1, BatchSize: 100);

    private static IEnumerable<TheoryCase> All =>
        [.. ConstantCycleCases.All, .. LockCycleCases.All, .. HandOffCases.All, .. PhaseFairCases.All, .. BurstCases.All, .. TicketLockCases.All];

    public static TheoryData<string> Names => [.. All.Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_met(string id)
    {
        var outcome = All.Single(one => one.Id == id).Judge(Plan);
        Assert.All(outcome.Rows, row => Assert.True(row.Verdict == Verdict.Met, $"{row.Quantity}: {row.Predicted} against {row.Reference}"));
    }

    [Fact]
    public void Names_are_unique_and_the_suite_has_them_all()
    {
        Assert.Equal(TheorySuite.Cases.Count, TheorySuite.Cases.Select(one => one.Id).Distinct().Count());
        Assert.All(Names.Select(row => row.Data), id => Assert.Contains(TheorySuite.Cases, one => one.Id == id));
    }
}
