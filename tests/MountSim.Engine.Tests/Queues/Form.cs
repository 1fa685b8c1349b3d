namespace MountSim.Engine.Tests.Queues;

/// <summary>A system with a closed form: its exact quantities, and a simulation that estimates them in the same order.</summary>
public sealed record Form(string Name, string Parameter, IReadOnlyList<Quantity> Quantities, Func<RunPlan, IReadOnlyList<BatchMeans>> Simulate)
{
    public override string ToString() => $"{Name} {Parameter}";
}
