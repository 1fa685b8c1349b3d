using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>A thread of a <see cref="ClosedSystem"/>; a waiter for the lock gives up its core.</summary>
internal sealed class ClosedThread(Simulation simulation, ClosedSystem system) : Process(simulation)
{
    private Phase _phase = Phase.WantsCore;
    private SimTime _asked;

    private enum Phase
    {
        WantsCore,
        HasCore,
        Thought,
        HasLock,
        Held,
    }

    protected override void Resume()
    {
        switch (_phase)
        {
            case Phase.WantsCore:
                WantCore();
                break;
            case Phase.HasCore:
                Think();
                break;
            case Phase.Thought:
                system.Cores?.Release();
                _asked = Simulation.Now;
                _phase = Phase.HasLock;
                if (system.Lock.Request(this)) Hold();
                break;
            case Phase.HasLock:
                Hold();
                break;
            default:
                system.Lock.Release();
                system.Departed(Simulation.Now, Simulation.Now - _asked);
                WantCore();
                break;
        }
    }

    private void WantCore()
    {
        _phase = Phase.HasCore;
        if (system.Cores is null || system.Cores.Request(this)) Think();
    }

    private void Think()
    {
        _phase = Phase.Thought;
        Timeout(SimSpan.FromNanoseconds(system.Think.Draw(system.Random)));
    }

    private void Hold()
    {
        _phase = Phase.Held;
        Timeout(SimSpan.FromNanoseconds(system.Hold.Draw(system.Random)));
    }
}
