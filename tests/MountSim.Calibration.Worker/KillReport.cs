namespace MountSim.Calibration.Worker.Program;

/// <summary>What a storm of kills left behind, and how far the calibrations had come.</summary>
/// <param name="Kills">Calibrations killed.</param>
/// <param name="WithGuard">Killed while a guard watched.</param>
/// <param name="WithWorker">Killed while the measuring child ran.</param>
/// <param name="WithInstance">Killed while there was a trace instance.</param>
/// <param name="Mounts">Mounts left in this mount namespace.</param>
/// <param name="Instances">Trace instances left.</param>
/// <param name="Kprobes">Kprobe definitions left.</param>
/// <param name="Files">Files and directories left, the .NET runtime's own included.</param>
/// <param name="Processes">Processes left.</param>
public sealed record KillReport(
    int Kills, int WithGuard, int WithWorker, int WithInstance, int Mounts, int Instances, int Kprobes, int Files, int Processes)
{
    /// <summary>Nothing yet.</summary>
    public static KillReport None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>True when nothing was left.</summary>
    public bool Clean => Mounts + Instances + Kprobes + Files + Processes == 0;

    /// <summary>Two storms together.</summary>
    public KillReport And(KillReport other) => new(
        Kills + other.Kills, WithGuard + other.WithGuard, WithWorker + other.WithWorker, WithInstance + other.WithInstance, Mounts + other.Mounts,
        Instances + other.Instances, Kprobes + other.Kprobes, Files + other.Files, Processes + other.Processes);

    /// <summary>CSV: a header and one row.</summary>
    public string ToCsv() => FormattableString.Invariant($"""
        kills,with_guard,with_worker,with_instance,mounts_left,instances_left,kprobes_left,files_left,processes_left
        {Kills},{WithGuard},{WithWorker},{WithInstance},{Mounts},{Instances},{Kprobes},{Files},{Processes}
        """);
}
