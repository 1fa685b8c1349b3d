namespace MountSim.Reporting.Models;

/// <summary>One model file that comes with the tool.</summary>
/// <param name="Kind">kernel, machine, runtime.</param>
/// <param name="Name">What the option takes.</param>
/// <param name="Title">A line for a reader.</param>
public sealed record ModelRow(string Kind, string Name, string Title);
