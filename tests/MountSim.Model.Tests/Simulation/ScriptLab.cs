using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>A tiny kernel on a machine of equal CPUs: an instruction takes 100 ps, a line that moves 50 ns, all else nothing.</summary>
internal sealed class ScriptLab
{
    public const long PsPerInstruction = 100;

    private readonly Engine.Simulation _clock = new();

    public ScriptLab(int cpus, string steps, long batchHoldPs = SimKernel.DefaultBatchHoldPs, int possibleCpus = 1)
    {
        var hardware = new Hardware(cpus, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, 0, 50_000, 0, 0])
        {
            PossibleCpus = possibleCpus,
            LocalAtomicPs = 0,
            HitPs = 0,
            UpgradeShare = 0,
            WakeUpPs = new long[5],
            PsPerInstruction = [.. Enumerable.Repeat((double)PsPerInstruction, Enum.GetValues<WorkClass>().Length)],
        };
        var known = new Dictionary<Variable, double> { [Variable.Cpus] = possibleCpus };
        Kernel = new SimKernel(KernelCatalog.LoadText(Text(steps), "tiny.yaml"), new Scheduler(_clock, hardware), 1, known, batchHoldPs);
    }

    public SimKernel Kernel { get; }

    public List<ScriptTask> Tasks { get; } = [];

    public long Events => _clock.Events;

    public LockStatistics Statistics(string id, LockMode mode = LockMode.Write) => Kernel[id].Statistics(mode);

    /// <summary>Starts a task that does the operation so many times.</summary>
    public ScriptTask Start(int times = 1, double mounts = 0, string operation = "work")
    {
        var task = new ScriptTask(Kernel, Tasks.Count, [.. Enumerable.Repeat(operation, times)]) { [Variable.Mounts] = mounts };
        Tasks.Add(task);
        task.Begin();
        return task;
    }

    /// <summary>Runs to the end; when the last task ended, ps.</summary>
    public long Run()
    {
        _clock.Run();
        return Tasks.Max(task => task.EndedAt);
    }

    /// <summary>Runs one task alone; how long it took, ps.</summary>
    public long RunAlone(double mounts = 0)
    {
        Start(mounts: mounts);
        return Run();
    }

    private static string Text(string steps) =>
        $$"""
        name: tiny
        title: a test's
        walk: {base: 1000, per_component: 100, per_component_ref: 200, samples_rename_lock: false, source: none}
        constants: {}
        locks:
          sem: {symbol: sem, kind: rwsem, generation: reader-steal, scope: global, role: outer, source: none}
          mutex: {symbol: mutex, kind: mutex, scope: global, role: inner, source: none}
          mount_lock: {symbol: mount_lock, kind: seqlock, scope: global, role: inner, source: none}
          own: {symbol: own, kind: mutex, scope: object, role: own, source: none}
        operations:
          work:
            summary: work
            source: none
            class: attach
            steps:
        {{steps}}
          idle_walk:
            summary: a walk of nine components
            source: none
            class: walk
            steps:
            - walk: 9
        """;
}
