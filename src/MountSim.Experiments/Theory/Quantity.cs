namespace MountSim.Experiments.Theory;

/// <summary>A quantity of a closed form and its exact value.</summary>
internal sealed record Quantity(string Name, string Unit, double ClosedForm);
