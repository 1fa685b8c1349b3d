namespace MountSim.Engine.Tests.Events;

/// <summary>A process that does what a test says.</summary>
public sealed class Scripted(Simulation simulation, Action<Scripted> resume) : Process(simulation)
{
    protected override void Resume() => resume(this);
}
