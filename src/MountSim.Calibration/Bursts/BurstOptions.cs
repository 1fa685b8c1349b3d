using MountSim.Calibration.ContainerRuntimes;
using MountSim.Calibration.Hosts;
using MountSim.Model.Simulation;

namespace MountSim.Calibration.Bursts;

/// <summary>A burst that is to be done for real.</summary>
public sealed record BurstOptions
{
    /// <summary>The scenario whose starts are done; its costs are not used.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The container runtime that makes real starts, as the scenario's runtime describes them; null: this program makes the system calls itself.</summary>
    public InstalledRuntime? Runtime { get; init; }

    /// <summary>Mounts of the host's table before the burst; null: what this host has.</summary>
    public int? HostMounts { get; init; }

    /// <summary>The longest time the burst may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Seed of the moments of path walks and of agents.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The folder for the working directory; null: the temporary folder.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>What the host has room for.</summary>
    public HostRoom Room { get; init; } = HostRoom.Read();
}
