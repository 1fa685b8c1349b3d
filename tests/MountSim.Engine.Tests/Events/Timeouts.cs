using CsCheck;

namespace MountSim.Engine.Tests.Events;

public class Timeouts
{
    [Fact]
    public void A_cancelled_or_replaced_timeout_never_fires() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Long[0, 50]).Array[1, 200].Sample(steps =>
        {
            var simulation = new Simulation();
            var due = new long?[10];
            var wrong = 0;
            var processes = new Scripted[10];
            for (var i = 0; i < processes.Length; i++)
            {
                var number = i;
                processes[i] = new Scripted(simulation, process =>
                {
                    if (due[number] != simulation.Now.Picoseconds || process.IsScheduled) wrong++;
                    due[number] = null;
                });
            }

            foreach (var (which, kind, delay) in steps)
            {
                if (kind == 0)
                {
                    processes[which].Cancel();
                    due[which] = null;
                }
                else if (kind == 1)
                {
                    processes[which].Timeout(new SimSpan(delay));
                    due[which] = simulation.Now.Picoseconds + delay;
                }
                else
                {
                    simulation.RunUntil(simulation.Now + new SimSpan(delay));
                }

                for (var i = 0; i < due.Length; i++) wrong += processes[i].IsScheduled == due[i].HasValue ? 0 : 1;
            }

            simulation.Run();
            return wrong == 0 && due.All(time => time is null);
        });

    [Fact]
    public void Events_of_one_instant_run_in_the_order_of_scheduling()
    {
        var simulation = new Simulation();
        var order = new List<int>();
        var processes = Enumerable.Range(0, 20).Select(i => new Scripted(simulation, _ => order.Add(i))).ToList();
        foreach (var process in Enumerable.Reverse(processes)) process.TimeoutAt(new SimTime(7));
        simulation.Run();
        Assert.Equal(Enumerable.Range(0, 20).Reverse(), order);
        Assert.Equal(20, simulation.Events);
    }

    [Fact]
    public void A_cancelled_event_is_not_counted()
    {
        var simulation = new Simulation();
        var process = new Scripted(simulation, _ => { });
        process.Timeout(new SimSpan(1));
        process.Cancel();
        simulation.Run();
        Assert.Equal(0, simulation.Events);
        Assert.Equal(SimTime.Start, simulation.Now);
    }
}
