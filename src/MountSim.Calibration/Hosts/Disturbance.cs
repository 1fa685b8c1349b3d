namespace MountSim.Calibration.Hosts;

/// <summary>What else happened on the machine, all CPUs together.</summary>
/// <param name="Seconds">Length of the time watched.</param>
/// <param name="StealSeconds">Taken by the hypervisor.</param>
/// <param name="OthersSeconds">Used by other processes.</param>
/// <param name="Switches">Involuntary context switches of the measuring process.</param>
/// <param name="LowestHertz">Lowest frequency seen; null where /sys shows none.</param>
/// <param name="HighestHertz">Highest frequency seen.</param>
internal sealed record Disturbance(
    double Seconds, double StealSeconds, double OthersSeconds, long Switches, double? LowestHertz, double? HighestHertz);
