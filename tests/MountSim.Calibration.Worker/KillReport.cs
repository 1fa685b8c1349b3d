namespace MountSim.Calibration.Worker.Program;

/// <summary>What a storm of kills left behind, and how far the calibrations had come.</summary>
/// <param name="Kills">Calibrations killed.</param>
/// <param name="BeforeStart">Of those, killed before the program's first own instruction.</param>
/// <param name="WithWorker">Killed while the measuring child ran.</param>
/// <param name="WithGuard">Killed while a guard watched.</param>
/// <param name="Mounts">Mounts left in this mount namespace.</param>
/// <param name="Instances">Trace instances left.</param>
/// <param name="Kprobes">Kprobe definitions left.</param>
/// <param name="Files">Files and directories of ours left.</param>
/// <param name="RuntimeFiles">Files of the .NET runtime left by those killed before their first own instruction.</param>
/// <param name="Processes">Processes left.</param>
public sealed record KillReport(
    int Kills, int BeforeStart, int WithWorker, int WithGuard, int Mounts, int Instances, int Kprobes, int Files, int RuntimeFiles, int Processes)
{
    /// <summary>True when nothing of ours was left.</summary>
    public bool Clean => Mounts + Instances + Kprobes + Files + Processes == 0;

    /// <summary>CSV: a header and one row.</summary>
    public string ToCsv() => FormattableString.Invariant($"""
        kills,before_start,with_worker,with_guard,mounts_left,instances_left,kprobes_left,files_left,runtime_files_left,processes_left
        {Kills},{BeforeStart},{WithWorker},{WithGuard},{Mounts},{Instances},{Kprobes},{Files},{RuntimeFiles},{Processes}
        """);

    /// <summary>Two storms together.</summary>
    public static KillReport operator +(KillReport a, KillReport b) => new(
        a.Kills + b.Kills, a.BeforeStart + b.BeforeStart, a.WithWorker + b.WithWorker, a.WithGuard + b.WithGuard, a.Mounts + b.Mounts,
        a.Instances + b.Instances, a.Kprobes + b.Kprobes, a.Files + b.Files, a.RuntimeFiles + b.RuntimeFiles, a.Processes + b.Processes);

    /// <summary>The same as the operator.</summary>
    public static KillReport Add(KillReport a, KillReport b) => a + b;
}
