using System.Globalization;

namespace MountSim.Calibration.Probes;

/// <summary>What a probe measures under one name.</summary>
/// <param name="Name">The cost's name: <c>mount.bind</c>, <c>namespace.copy</c>.</param>
/// <param name="Parameter">What it depends on (<c>mounts</c>, <c>layers</c>, <c>components</c>, <c>tree</c>, <c>busy_cpus</c>), or null.</param>
/// <param name="Value">The parameter's value; 0 without one.</param>
/// <param name="Batch">Operations a sample: the sample is divided by it.</param>
/// <param name="Crossings">Empty system calls taken off an operation: 1, or 0 where no system call is made.</param>
public sealed record CostDefinition(string Name, string? Parameter = null, double Value = 0, int Batch = 1, int Crossings = 1)
{
    /// <summary>Name and parameter in one: <c>namespace.copy@mounts=102</c>.</summary>
    public string Key => Parameter is null ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}@{Parameter}={Value}");
}
