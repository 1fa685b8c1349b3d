namespace MountSim.Engine.Tests.Queues;

/// <summary>A quantity of a closed form and its exact value.</summary>
public sealed record Quantity(string Name, double ClosedForm);
