using System.Globalization;
using CsCheck;
using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Model.Tests.Simulation;

/// <summary>A small storm of any kind: any kernel and runtime, any host, few CPUs.</summary>
internal sealed record RandomStorm(int Cores, int Sockets, int Smt, string Kernel, string Runtime, Workload Workload, double Spread, long Seed)
{
    private static readonly Gen<Workload> Workloads =
        from containers in Gen.Int[1, 25]
        from concurrency in Gen.Int[1, 25]
        from layers in Gen.Int[0, 6]
        from volumes in Gen.Int[0, 3]
        from mounts in Gen.Int[2, 150]
        from namespaces in Gen.Int[0, 6]
        from scans in Pick(0.0, 5, 50)
        from agents in Gen.Int[0, 3]
        from systemd in Gen.Bool
        from lifetime in Pick<double?>(null, 0.01, 0.5)
        select new Workload
        {
            Containers = containers,
            Concurrency = concurrency,
            Layers = layers,
            Volumes = volumes,
            HostMounts = mounts,
            OtherNamespaces = namespaces,
            SystemdScansPerSecond = scans,
            Agents = agents,
            AgentReadsPerSecond = 50,
            SystemdCgroup = systemd,
            LifetimeSeconds = lifetime,
        };

    /// <summary>Those that the kernel has the calls for: there is nothing to do instead of an idmapped mount.</summary>
    public static Gen<RandomStorm> All => Any.Where(storm => storm.IsPossible);

    private static readonly Gen<RandomStorm> Any =
        from cores in Gen.Int[1, 6]
        from sockets in Gen.Int[1, 2]
        from smt in Gen.Int[1, 2]
        from kernel in Pick([.. KernelCatalog.Names])
        from runtime in Pick([.. RuntimeCatalog.Names])
        from workload in Workloads
        from spread in Pick(0.0, 0.4)
        from seed in Gen.Long
        select new RandomStorm(cores * sockets, sockets, smt, kernel, runtime, workload, spread, seed);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public Scenario Scenario => Storms.Of(Workload, Storms.Machine(Cores, Sockets, Smt), Kernel, Runtime) with { Costs = Storms.Costs(Spread) };

    /// <summary>Host mounts that a container leaves while it runs.</summary>
    public int HostMountsLeft
    {
        get
        {
            var runtime = RuntimeCatalog.Load(Runtime);
            return RuntimeModel.Times(runtime.HostMountsLeft, runtime.Bind(new RuntimeInputs(Workload.Layers, Workload.Volumes)));
        }
    }

    /// <summary>Namespaces that still receive the host's propagation when all containers have started and none has stopped.</summary>
    public int ReceiversLeft => Sandboxes.Receive(Runtime) ? 1 : 0;

    private bool IsPossible
    {
        get
        {
            try
            {
                Scenario.FallbackNote();
                return true;
            }
            catch (ModelException)
            {
                return false;
            }
        }
    }

    public StormResult Run() => Scenario.Run(Seed);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Cores} cores in {Sockets} sockets x {Smt}, {Kernel}, {Runtime}, {Workload}, spread {Spread}, seed {Seed}");
}
