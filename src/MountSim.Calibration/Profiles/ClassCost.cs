using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Profiles;

/// <summary>Nanoseconds an instruction of one class of kernel work.</summary>
/// <param name="Class">The class.</param>
/// <param name="NsPerInstruction">Measured time over the kernel model's instructions; the interval covers every probe it came from.</param>
/// <param name="Measured">False for a guess: the machine family's own figure times what the class was on the default profile's host, a factor of two either way.</param>
/// <param name="Probes">The probes it came from, each with its own ratio.</param>
public sealed record ClassCost(WorkClass Class, Interval NsPerInstruction, bool Measured, IReadOnlyList<ClassEvidence> Probes);
