using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Small scenarios whose costs are known exactly, so that two of them differ in what a test says and in nothing else.</summary>
internal static class Storms
{
    public const double Millisecond = 1e9;

    /// <summary>A host with nothing on it but the containers: no systemd, no agents, no services, no walks beside the runtime's own.</summary>
    public static Workload Quiet(int containers) => new()
    {
        Containers = containers,
        Concurrency = containers,
        OtherNamespaces = 0,
        SystemdScansPerSecond = 0,
        Agents = 0,
        WalksPerCpuMs = 0,
    };

    public static CostModel Costs(double spread = 0) => new(
        "test",
        Enum.GetValues<WorkClass>().ToDictionary(key => key, _ => Interval.Exact(1)),
        spread,
        DirtyShare: Interval.Exact(0.5),
        ParallelLoads: Interval.Exact(4),
        GraceBaseMicroseconds: Interval.Exact(15),
        GracePerBusyCpuMicroseconds: Interval.Exact(0.4));

    public static Machine Machine(int cores, int sockets = 1, int smt = 1) => MachineCatalog.Build(cores, sockets, smt).Machine.WithPossibleCpus(cores * smt);

    public static Scenario Of(Workload workload, Machine? machine = null, string kernel = "linux-6.12", string runtime = "minimal-legacy") =>
        new(machine ?? Machine(8), KernelCatalog.Load(kernel), RuntimeCatalog.Load(runtime), workload, Costs()) { NsPerInstruction = Interval.Exact(0.4) };

    /// <summary>A container that does these steps, YAML of a runtime's start.</summary>
    public static RuntimeModel Runtime(string steps) => RuntimeFile.Parse(
        $$"""
        name: test
        title: a test's
        source: none
        namespace_before_start: true
        mounts_left: {host: 0, container: 0}
        start:
        {{steps}}
        stop: []
        """,
        "test.yaml");

    public static StormResult Run(this Scenario scenario, long seed = 1) => new Storm(scenario, seed).Run();

    public static SimLock Lock(this StormResult result, string id) =>
        result.Locks[result.Definitions.Index().First(one => one.Item.Id == id).Index];

    public static LockStatistics NamespaceSem(this StormResult result, LockMode mode = LockMode.Write) => result.Lock("namespace_sem").Statistics(mode);

    /// <summary>Picoseconds that all starts waited for a lock.</summary>
    public static long WaitFor(this StormResult result, string id) => result.WaitsPs[result.Lock(id).WaitIndex];

    /// <summary>Picoseconds that all starts waited for PID 1.</summary>
    public static long WaitForPid1(this StormResult result) => result.WaitsPs[^1];

    public static double MeanHold(this LockStatistics statistics) => (double)statistics.HoldTotal / statistics.Acquisitions;

    public static double MeanStart(this StormResult result) => result.StartPs.Average();
}
