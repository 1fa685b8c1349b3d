namespace MountSim.Engine.Tests.Queues;

/// <summary>A customer of an open queue: comes, waits for a server, is served, leaves.</summary>
public sealed class Customer(OpenQueue queue) : Process(queue.Simulation)
{
    private SimTime _came;
    private bool _served;
    private bool _foundItEmpty;
    private SimSpan _wait;

    public void Come()
    {
        _came = Simulation.Now;
        _foundItEmpty = queue.Servers.InUse == 0;
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
        queue.Left(this, _wait, Simulation.Now - _came, _foundItEmpty);
    }

    private void Serve()
    {
        _served = true;
        _wait = Simulation.Now - _came;
        Timeout(queue.DrawService());
    }
}
