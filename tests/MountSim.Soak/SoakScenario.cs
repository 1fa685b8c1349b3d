using System.Globalization;
using MountSim.Engine;
using MountSim.Model;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Soak;

/// <summary>A scenario of any kind that one seed decides: any machine, kernel, runtime, what-if, burst, host and pace.</summary>
public sealed class SoakScenario
{
    // Runtimes with a namespace that lives as long as the container and receives the host's propagation.
    private static readonly string[] Receiving = ["kata-virtiofs", "kata-block", "podman-crun-userns"];

    private readonly RandomStream _random;
    private readonly string _machine;
    private readonly string _kernel;
    private readonly string _runtime;

    private SoakScenario(long seed)
    {
        _random = new RandomStream(seed, "soak");
        Seed = seed;
        (_machine, var machine) = AnyMachine();
        _kernel = Pick(KernelCatalog.Names);
        _runtime = Pick(RuntimeCatalog.Names);
        var kernel = KernelCatalog.Load(_kernel);
        Scenario = new Scenario(machine, kernel, RuntimeCatalog.Load(_runtime), AnyWorkload(), AnyCosts())
        {
            NsPerInstruction = new Interval(0.4, 0.3, 0.6),
            Api = Pick(Enum.GetValues<MountApi>()),
            WhatIf = [.. Enumerable.Range(0, _random.NextInt(3)).Select(_ => AnyWhatIf(kernel))],
        };
        // A stream of its own: the scenarios of a seed stay what they were.
        if (new RandomStream(seed, "soak switches").NextDouble() < 0.5)
        {
            Scenario = Scenario with
            {
                Costs = Scenario.Costs with
                {
                    SwitchMicroseconds = new Interval(3, 1, 8),
                    GraceThreadMicroseconds = new Interval(4, 2, 20),
                    GraceBackToBackMicroseconds = new Interval(4, 0, 10),
                },
            };
        }

        if (new RandomStream(seed, "soak threads").NextDouble() < 0.5)
        {
            // As the host that the tool runs on, with all that a profile of it tells.
            Scenario = Scenario with
            {
                Machine = new Machine(machine.Description with { Name = MachineCatalog.Host }),
                Costs = Scenario.Costs with
                {
                    GraceThreadPerCallerMicroseconds = new Interval(3, 1, 10),
                    FreeMountMicroseconds = new Interval(1, 0, 3),
                    FreeSuperblockMicroseconds = new Interval(3, 0, 9),
                    CallNs = 200,
                    HoldersKeepTheirCpu = true,
                },
            };
        }

        // Every iteration of every loop on its own is a hundred times the events.
        if (Scenario.Workload.Containers <= 10 && Chance(0.3)) Scenario = Scenario with { BatchHoldPs = 0 };
    }

    /// <summary>What decides it, and the run.</summary>
    public long Seed { get; }

    /// <summary>What is simulated.</summary>
    public Scenario Scenario { get; private init; }

    /// <summary>The scenario of a seed; null where the kernel cannot do what the runtime needs.</summary>
    public static SoakScenario? Of(long seed)
    {
        var one = new SoakScenario(seed);
        try
        {
            one.Scenario.FallbackNote();
            return one;
        }
        catch (ModelException)
        {
            return null; // there is nothing to do instead of an idmapped mount
        }
    }

    /// <summary>Runs it under watch.</summary>
    /// <returns>Events.</returns>
    /// <exception cref="BrokenInvariantException">A bug of the simulator.</exception>
    public long Run(Tally tally, CancellationToken cancellation)
    {
        var checker = new StormChecker(tally);
        var result = new Storm(Scenario, Seed, checker).Run(cancellation);
        checker.Close(result, AtEnd());
        tally.Check(checker.Starts == Scenario.Workload.Containers, Invariant.NoLostWakeUp, $"{checker.Starts} of {Scenario.Workload.Containers} starts have ended");
        return result.Events;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var whatIfs = string.Concat(Scenario.WhatIf.Select(one => string.Create(CultureInfo.InvariantCulture, $", {one.Target} x{one.Factor}")));
        return string.Create(CultureInfo.InvariantCulture, $"{_machine}, {_kernel}, {_runtime}, api {Scenario.Api}, {Scenario.Workload}{whatIfs}, batches of {Scenario.BatchHoldPs} ps");
    }

    // A container that runs on has the mounts that its runtime leaves, and the namespaces that go on receiving.
    private (long Mounts, int? Receivers) AtEnd()
    {
        var (workload, runtime) = (Scenario.Workload, Scenario.Runtime);
        if (workload.LifetimeSeconds is not null) return (workload.HostMounts, workload.OtherNamespaces);
        var left = RuntimeModel.Times(runtime.HostMountsLeft, runtime.Bind(new RuntimeInputs(workload.Layers, workload.Volumes)));
        return (workload.HostMounts + (workload.Containers * left), workload.OtherNamespaces + (Receiving.Contains(_runtime, StringComparer.Ordinal) ? workload.Containers : 0));
    }

    private (string Name, Machine Machine) AnyMachine()
    {
        if (Chance(0.15))
        {
            var name = Pick([.. MachineCatalog.Names.Where(name => name != MachineCatalog.Host)]);
            return (name, MachineCatalog.FromFile(name));
        }
        var (sockets, smt) = (1 + _random.NextInt(2), 1 + _random.NextInt(2));
        var cores = sockets * (1 + _random.NextInt(Chance(0.7) ? 4 : 32));
        var possible = cores * smt * (Chance(0.3) ? 2 : 1);
        return (FormattableString.Invariant($"{cores} cores in {sockets} sockets x {smt}, {possible} possible"), MachineCatalog.Build(cores, sockets, smt).Machine.WithPossibleCpus(possible));
    }

    private Workload AnyWorkload()
    {
        var containers = 1 + _random.NextInt(Chance(0.8) ? 25 : 120);
        return new Workload
        {
            Containers = containers,
            Concurrency = Chance(0.5) ? 1 + _random.NextInt(containers) : null,
            StartsPerSecond = Chance(0.25) ? 5 + _random.NextInt(2000) : null,
            OneThreadASlot = Chance(0.2),
            Layers = _random.NextInt(30),
            Volumes = _random.NextInt(5),
            HostMounts = 2 + _random.NextInt(Chance(0.8) ? 150 : 1500),
            OtherNamespaces = _random.NextInt(30),
            SystemdScansPerSecond = Pick([0.0, 5, 50]),
            Agents = _random.NextInt(4),
            AgentReadsPerSecond = Pick([0.0, 1, 50]),
            WalksPerCpuMs = Pick([0.0, 3, 30]),
            Walkers = Chance(0.2) ? 1 + _random.NextInt(3) : 0,
            MountinfoLineBytes = Pick([0, 224]),
            SystemdCgroup = Chance(0.3),
            LifetimeSeconds = Chance(0.5) ? Pick([0.001, 0.05, 0.5]) : null,
        };
    }

    private CostModel AnyCosts() => new(
        "soak",
        Enum.GetValues<WorkClass>().ToDictionary(key => key, _ => new Interval(1, 0.7, 1.5)),
        SpreadCv: Pick([0.0, 0.2, 0.6]),
        DirtyShare: new Interval(0.125, 0, 0.5),
        ParallelLoads: Interval.Exact(4),
        GraceBaseMicroseconds: new Interval(15, 5, 60),
        GracePerBusyCpuMicroseconds: new Interval(0.4, 0, 2));

    private WhatIf AnyWhatIf(KernelModel kernel) =>
        new(Chance(0.5) ? Pick(WhatIf.Costs) : Pick([.. kernel.Locks.Select(one => one.Id)]), Pick([0, 0.1, 0.5, 2, 8]));

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.NextInt(values.Count)];
}
