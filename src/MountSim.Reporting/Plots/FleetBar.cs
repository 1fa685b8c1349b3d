namespace MountSim.Reporting.Plots;

/// <summary>A class of hosts in a fleet's picture.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Planned">Containers of the planned burst.</param>
/// <param name="Safe">Containers of the largest burst that keeps the targets.</param>
internal sealed record FleetBar(string Class, double Planned, double Safe);
