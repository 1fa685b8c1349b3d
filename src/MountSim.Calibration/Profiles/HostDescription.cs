namespace MountSim.Calibration.Profiles;

/// <summary>The host that a profile was taken on, without anything that identifies it.</summary>
public sealed record HostDescription
{
    /// <summary>Kernel release, as uname -r prints it.</summary>
    public required string Kernel { get; init; }

    /// <summary>Instruction set of the process: X64, Arm64.</summary>
    public required string Architecture { get; init; }

    /// <summary>CPUID vendor.</summary>
    public required string CpuVendor { get; init; }

    /// <summary>CPUID family, extended family added.</summary>
    public required int CpuFamily { get; init; }

    /// <summary>CPUID model, extended model added.</summary>
    public required int CpuModel { get; init; }

    /// <summary>The CPU's brand string; guests often see a generic one.</summary>
    public required string CpuName { get; init; }

    /// <summary>The machine family its costs belong to: <c>zen4</c>, <c>ice-lake</c>, <c>unknown</c>.</summary>
    public required string MachineFamily { get; init; }

    /// <summary>Where the kernel preempts its own code: <c>none</c>, <c>voluntary</c>, <c>lazy</c>, <c>full</c> (CONFIG_PREEMPT_*, or the boot parameter <c>preempt=</c>); null: it does not say.</summary>
    public string? Preemption { get; init; }

    /// <summary>True in a guest: spinlocks may be paravirtual, a holder may be descheduled.</summary>
    public required bool Virtualised { get; init; }

    /// <summary>Possible CPUs, which decide the per-CPU costs.</summary>
    public required int PossibleCpus { get; init; }

    /// <summary>Online CPUs.</summary>
    public required int OnlineCpus { get; init; }

    /// <summary>CPUs that the calibration could be pinned to.</summary>
    public required int UsableCpus { get; init; }

    /// <summary>Physical cores among the usable CPUs.</summary>
    public required int Cores { get; init; }

    /// <summary>Sockets among the usable CPUs.</summary>
    public required int Sockets { get; init; }

    /// <summary>L3 groups among the usable CPUs.</summary>
    public required int CacheGroups { get; init; }

    /// <summary>The kernel's clock source: tsc, kvm-clock.</summary>
    public required string ClockSource { get; init; }

    /// <summary>One-minute load average when the calibration began: above about 0.5, expect noise.</summary>
    public required double LoadAverage { get; init; }
}
