using MountSim.Model.Workloads;

namespace MountSim.Model.Simulation;

/// <summary>The host that the tasks of one replication share.</summary>
internal sealed class HostSystem
{
    public required SimKernel Kernel { get; init; }

    public required Workload Workload { get; init; }

    public required HostTable Host { get; init; }

    public required long Seed { get; init; }

    /// <summary>Coefficient of variation of one operation's computation.</summary>
    public required double SpreadCv { get; init; }

    /// <summary>systemd, when the host has it.</summary>
    public Systemd? Pid1 { get; set; }

    /// <summary>Tasks asleep in poll() on the host's table.</summary>
    public int SleepingPollers => Pid1 is { IsPolling: true } ? 1 : 0;

    /// <summary>Wakes them after a change.</summary>
    public void WakePollers(int cpu) => Pid1?.Stir(cpu);
}
