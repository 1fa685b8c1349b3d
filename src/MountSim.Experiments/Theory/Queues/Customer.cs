using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>A customer of an open queue: comes, waits for a server, is served, leaves.</summary>
internal sealed class Customer(OpenQueue queue) : Process(queue.Simulation)
{
    private SimTime _came;
    private bool _served;
    private int _found;
    private SimSpan _wait;

    public void Come()
    {
        _came = Simulation.Now;
        _found = queue.Servers.InUse + queue.Servers.Waiting;
        _served = false;
        if (queue.Servers.Request(this)) Serve();
    }

    protected override void Resume()
    {
        if (!_served)
        {
            Serve();
            return;
        }

        queue.Servers.Release();
        queue.Left(this, new Visit(_wait.Nanoseconds, (Simulation.Now - _came).Nanoseconds, _found));
    }

    private void Serve()
    {
        _served = true;
        _wait = Simulation.Now - _came;
        Timeout(queue.DrawService());
    }
}
