using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Starts that a thread does one after the other, and starts that are processes of their own.</summary>
public class StartsOfOneThread
{
    [Fact]
    public void A_thread_goes_on_with_its_CPU_where_a_new_process_queues_for_one()
    {
        // Four at a time on two CPUs: of its own CPU time a start waits as long again when it queues, and hardly when its thread goes on.
        var processes = Median(false);
        var threads = Median(true);
        Assert.InRange(threads / processes, 0.4, 0.7);
    }

    [Fact]
    public void Both_take_the_same_time_together()
    {
        var (processes, threads) = (Run(false).MakespanPs, Run(true).MakespanPs);
        Assert.InRange((double)threads / processes, 0.97, 1.03);
    }

    private static double Median(bool oneThreadASlot)
    {
        var starts = Run(oneThreadASlot).StartPs.Order().ToList();
        return starts[starts.Count / 2];
    }

    private static StormResult Run(bool oneThreadASlot) =>
        Storms.Of(Storms.Quiet(40) with { Concurrency = 4, OneThreadASlot = oneThreadASlot }, Storms.Machine(2), runtime: "storm-propagation").Run();
}
