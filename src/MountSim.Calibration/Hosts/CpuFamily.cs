namespace MountSim.Calibration.Hosts;

/// <summary>A machine family and the nanoseconds an instruction of kernel code that its machine file guesses.</summary>
/// <param name="Name">The family's name, as machine files use it.</param>
/// <param name="NsPerInstruction">Its guess; a profile's ratios are relative to it.</param>
/// <param name="Known">False when the CPU was not recognised and the guess is a middle value.</param>
internal sealed record CpuFamily(string Name, double NsPerInstruction, bool Known)
{
    private const double Middle = 0.40;

    /// <summary>The family of a CPU, from CPUID's family and model (AMD programming references; Intel SDM volume 4, table 2-1).</summary>
    internal static CpuFamily Of(string vendor, int family, int model) => (vendor, family, model) switch
    {
        ("AuthenticAMD", 26, _) => new("zen5", 0.30, true),
        ("AuthenticAMD", 25, (>= 0x10 and <= 0x1f) or (>= 0x60 and <= 0x7f) or (>= 0xa0 and <= 0xaf)) => new("zen4", 0.35, true),
        ("AuthenticAMD", 25, _) => new("zen3", 0.40, true),
        ("GenuineIntel", 6, 0x8f or 0xcf) => new("sapphire-rapids", 0.37, true),
        ("GenuineIntel", 6, 0x6a or 0x6c) => new("ice-lake", 0.40, true),
        ("GenuineIntel", 6, 0x55) => new("cascade-lake", 0.45, true),
        _ => new("unknown", Middle, false),
    };
}
