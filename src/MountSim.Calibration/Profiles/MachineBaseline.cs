namespace MountSim.Calibration.Profiles;

/// <summary>What the ratios of a profile are relative to.</summary>
/// <param name="Family">The machine family: <c>zen4</c>.</param>
/// <param name="NsPerInstruction">Its machine file's own nanoseconds an instruction of kernel code, a guess.</param>
public sealed record MachineBaseline(string Family, double NsPerInstruction);
