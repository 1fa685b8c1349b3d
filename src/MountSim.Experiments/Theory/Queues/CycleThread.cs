using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>A thread of constant think and hold. With a period, all threads ask for the lock at its multiples (the synchronous burst).</summary>
internal sealed class CycleThread(Simulation simulation, Resource gate, long thinkPs, long holdPs, int cycles, long burstPeriodPs) : Process(simulation)
{
    private bool _waits;
    private bool _holds;
    private SimTime _asked;

    public List<long> Responses { get; } = [];

    public List<long> Departures { get; } = [];

    protected override void Resume()
    {
        if (_holds) Leave();
        else if (_waits) Hold();
        else Ask();
    }

    private void Ask()
    {
        _asked = Simulation.Now;
        _waits = true;
        if (gate.Request(this)) Hold();
    }

    private void Hold()
    {
        _holds = true;
        Timeout(new SimSpan(holdPs));
    }

    private void Leave()
    {
        gate.Release();
        _waits = _holds = false;
        Responses.Add((Simulation.Now - _asked).Picoseconds);
        Departures.Add(Simulation.Now.Picoseconds);
        if (Responses.Count == cycles) return;
        if (burstPeriodPs == 0) Timeout(new SimSpan(thinkPs));
        else TimeoutAt(new SimTime(Responses.Count * burstPeriodPs));
    }
}
