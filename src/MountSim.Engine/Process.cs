namespace MountSim.Engine;

/// <summary>
/// An actor of a simulation: a state machine that is resumed at the end of each of its timeouts. It has at most one timeout pending; a new one
/// replaces it.
/// </summary>
public abstract class Process
{
    internal int Index;
    internal uint Generation;

    /// <summary>Adds the process to a simulation; it does nothing until its first timeout.</summary>
    protected Process(Simulation simulation)
    {
        Simulation = simulation;
        simulation.Register(this);
    }

    /// <summary>The simulation this process lives in.</summary>
    public Simulation Simulation { get; }

    /// <summary>True while a timeout is pending.</summary>
    public bool IsScheduled { get; internal set; }

    /// <summary>Runs when the pending timeout ends.</summary>
    protected internal abstract void Resume();

    /// <summary>Resumes the process after a delay of zero or more; a pending timeout is replaced.</summary>
    public void Timeout(SimSpan delay) => Simulation.Schedule(this, Simulation.Now + delay);

    /// <summary>
    /// For the process that runs, in place of a timeout: true when nothing else happens until the end of the delay, which is now; then the process goes on by
    /// itself. False: nothing was done.
    /// </summary>
    protected bool TryPass(SimSpan delay) => Simulation.TryPass(delay);

    /// <summary>Resumes the process at an instant that is not past; a pending timeout is replaced.</summary>
    public void TimeoutAt(SimTime time) => Simulation.Schedule(this, time);

    /// <summary>Drops the pending timeout, if any.</summary>
    public void Cancel()
    {
        Generation++;
        IsScheduled = false;
    }
}
