using MountSim.Engine.Tests.ClosedForms;

namespace MountSim.Model.Tests.Locks;

/// <summary>The real locks on a machine whose lines cost nothing are plain first-come first-served stations: exact to the picosecond.</summary>
public class ConstantCycles
{
    private const long Think = 900 * Lab.Nanosecond;
    private const long Hold = 100 * Lab.Nanosecond;
    private const int Cycles = 30;

    public static TheoryData<LockVariety, int> Cases
    {
        get
        {
            var cases = new TheoryData<LockVariety, int>();
            foreach (var variety in Enum.GetValues<LockVariety>())
            {
                foreach (var threads in new[] { 1, 5, 10, 20, 50 }) cases.Add(variety, threads);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Threads_of_constant_think_and_hold_settle_after_the_first_cycle(LockVariety variety, int threads)
    {
        var exact = new ConstantCycle(threads, Think, Hold);
        foreach (var responses in Run(variety, threads, period: 0))
            Assert.All(responses.Skip(2), response => Assert.Equal((long)exact.Response, response));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_kth_of_a_synchronous_burst_waits_for_those_before_it(LockVariety variety, int threads)
    {
        var all = Run(variety, threads, Think + (threads * Hold));
        for (var k = 1; k <= threads; k++) Assert.All(all[k - 1], response => Assert.Equal(k * Hold, response));
    }

    private static List<List<long>> Run(LockVariety variety, int threads, long period)
    {
        var lab = new Lab(Lab.Flat(threads));
        var gate = lab.Create(variety);
        var responses = new List<List<long>>();
        for (var i = 0; i < threads; i++)
        {
            var mine = new List<long>();
            responses.Add(mine);
            lab.Start(task => Cycle(task, gate, period, mine));
        }

        lab.Clock.Run();
        return responses;
    }

    private static IEnumerable<TaskStep> Cycle(ScriptedTask task, Model.Locks.SimLock gate, long period, List<long> responses)
    {
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            var asked = task.Now;
            yield return TaskStep.Acquire(gate);
            yield return TaskStep.Run(Hold);
            responses.Add(task.Now - asked);
            yield return TaskStep.Release(gate);
            yield return TaskStep.Run(period == 0 ? Think : (cycle * period) - task.Now);
        }
    }
}
