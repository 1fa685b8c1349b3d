using System.Globalization;

namespace MountSim.Model.Machines;

/// <summary>
/// A machine: its CPUs and what it costs to move a cache line, wake a task or run an instruction on them. Immutable.
/// CPUs are numbered thread-major: the first threads of all cores, socket by socket, then the second threads.
/// </summary>
public sealed class Machine
{
    /// <summary>The most CPUs a machine may have: Linux's own limit (NR_CPUS of x86-64), and a distance table of 64 MiB.</summary>
    public const int MaxCpus = 8192;

    /// <summary>The socket that holds the kernel's global lines: static data lies on one node, usually the first (reference 1.2).</summary>
    public const int HomeSocket = 0;

    private const int DistanceCount = (int)Distance.CrossSocket + 1;

    private readonly CpuLayout layout;
    private readonly byte[] distances;
    private readonly long[] transferPs = new long[DistanceCount];
    private readonly long[] wakeUpPs = new long[DistanceCount];
    private readonly long[] meanTransferPs;

    /// <summary>A machine from its description.</summary>
    /// <exception cref="ModelException">The description contradicts itself; the message names the machine and the rule.</exception>
    public Machine(MachineDescription description)
    {
        Description = description;
        MachineRules.Check(description);
        layout = new CpuLayout(description.Sockets, description.CoresPerSocket, description.L3GroupsPerSocket, description.SmtPerCore);
        for (var distance = Distance.SameCore; distance <= Distance.CrossSocket; distance++)
        {
            transferPs[(int)distance] = Picoseconds(description.TransferNs, distance, picosecondsPerUnit: 1e3);
            wakeUpPs[(int)distance] = Picoseconds(description.WakeUpMicroseconds, WakeUpClass(distance), picosecondsPerUnit: 1e6);
        }

        wakeUpPs[(int)Distance.Self] = wakeUpPs[(int)Distance.SameL3];
        distances = Distances();
        meanTransferPs = [.. Enumerable.Range(0, Cpus).Select(Mean)];
    }

    /// <summary>All figures with their sources.</summary>
    public MachineDescription Description { get; }

    /// <summary>The name that <c>--machine</c> takes.</summary>
    public string Name => Description.Name;

    /// <summary>True for the machine that the tool runs on.</summary>
    public bool IsHost => Name == MachineCatalog.Host;

    /// <summary>A line for a reader.</summary>
    public string Title => Description.Title;

    /// <summary>Maker of the processor.</summary>
    public string Vendor => Description.Vendor;

    /// <summary>Sockets.</summary>
    public int Sockets => Description.Sockets;

    /// <summary>Groups of cores that share an L3 a socket.</summary>
    public int L3GroupsPerSocket => Description.L3GroupsPerSocket;

    /// <summary>Physical cores a socket.</summary>
    public int CoresPerSocket => Description.CoresPerSocket;

    /// <summary>Hardware threads a core that are online.</summary>
    public int SmtPerCore => Description.SmtPerCore;

    /// <summary>Physical cores over all sockets.</summary>
    public int Cores => layout.Cores;

    /// <summary>Hardware threads that tasks run on: CPUs 0 to <c>Cpus - 1</c>.</summary>
    public int Cpus => layout.Cpus;

    /// <summary>Hardware threads online; more than <see cref="Cpus"/> where tasks are pinned.</summary>
    public int OnlineCpus => Description.OnlineCpus ?? Cpus;

    /// <summary>Possible CPUs, which size the kernel's per-CPU data.</summary>
    public int PossibleCpus => Description.PossibleCpus;

    /// <summary>
    /// True when transfers between L3 groups of a socket other than <see cref="HomeSocket"/> go through the home: dual-socket EPYC, but for
    /// the 9654 row.
    /// </summary>
    public bool HomeNodeEffect => Description.HomeNodeEffect;

    /// <summary>Nanoseconds an instruction of kernel code, uncontended.</summary>
    public Figure NsPerInstruction => Description.NsPerInstruction;

    /// <summary>An ownership upgrade of a line the CPU holds shared, as a share of the transfer.</summary>
    public Figure UpgradeShare => Description.UpgradeShare;

    /// <summary>An atomic on a line the CPU owns, nanoseconds.</summary>
    public Figure LocalAtomicNs => Description.LocalAtomicNs;

    /// <summary>How long a task runs before another runnable one gets its CPU, milliseconds.</summary>
    public Figure TimeSliceMs => Description.TimeSliceMs;

    /// <summary>Work of two busy SMT siblings together, over that of one alone.</summary>
    public Figure SmtThroughput => Description.SmtThroughput;

    /// <summary>Atomics a CPU does on a line before another takes it.</summary>
    public Figure Burst => Description.Burst;

    /// <summary>How far a line travels between two CPUs; a remote home counts as <see cref="Distance.CrossSocket"/>.</summary>
    public Distance DistanceBetween(int a, int b) => (Distance)distances[a * Cpus + b];

    /// <summary>One ownership transfer of a line of the kernel's global data, picoseconds; 0 to the CPU that has it. Table lookups only.</summary>
    public long TransferPs(int fromCpu, int toCpu) => transferPs[distances[fromCpu * Cpus + toCpu]];

    /// <summary>One ownership transfer at a distance, picoseconds.</summary>
    public long TransferPs(Distance distance) => transferPs[(int)distance];

    /// <summary>The mean transfer to a CPU from all others, picoseconds; 0 on a machine of one CPU.</summary>
    public long MeanTransferPs(int toCpu) => meanTransferPs[toCpu];

    /// <summary>From a wake-up on one CPU to the woken task's first instruction on another, picoseconds, by physical distance.</summary>
    public long WakeUpPs(int fromCpu, int toCpu) => wakeUpPs[(int)layout.PhysicalDistance(fromCpu, toCpu)];

    /// <summary>The next hardware thread of the CPU's core; null without SMT.</summary>
    public int? Sibling(int cpu) => layout.SiblingOf(cpu);

    /// <summary>The physical core of a CPU, 0 to <see cref="Cores"/> - 1.</summary>
    public int CoreOf(int cpu) => layout.CoreOf(cpu);

    /// <summary>The socket of a CPU.</summary>
    public int SocketOf(int cpu) => layout.SocketOf(cpu);

    /// <summary>The L3 group of a CPU, numbered over the machine.</summary>
    public int L3GroupOf(int cpu) => layout.L3GroupOf(cpu);

    /// <summary>
    /// The machine with other threads a core online. Possible CPUs stay (SMT switched off at boot leaves the siblings possible) or grow to
    /// the CPUs online; an instance launched without siblings is <c>WithSmt(1).WithPossibleCpus(cores)</c>.
    /// </summary>
    public Machine WithSmt(int threadsPerCore) => threadsPerCore == SmtPerCore
        ? this
        : new(Description with { SmtPerCore = threadsPerCore, PossibleCpus = Math.Max(PossibleCpus, Cores * threadsPerCore) });

    /// <summary>
    /// The machine as tasks pinned to its first sockets see it: they run and meet there alone, while the CPUs of the others stay possible.
    /// </summary>
    /// <exception cref="ModelException">It has not so many sockets.</exception>
    public Machine PinnedTo(int sockets) => sockets <= Sockets
        ? new(Description with { Sockets = sockets, OnlineCpus = OnlineCpus })
        : throw new ModelException("--pin-sockets", string.Create(CultureInfo.InvariantCulture, $"found '{sockets}', but {Name} has {Sockets}; allowed: 1 to {Sockets}"));

    /// <summary>The machine with another number of possible CPUs.</summary>
    public Machine WithPossibleCpus(int possibleCpus) => new(Description with { PossibleCpus = possibleCpus });

    /// <summary>Name and size in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Sockets} x {CoresPerSocket} cores x {SmtPerCore} threads, {L3GroupsPerSocket} L3 groups a socket");

    private static Distance WakeUpClass(Distance distance) => distance == Distance.SameCore ? Distance.SameL3 : distance;

    private static long Picoseconds(IReadOnlyDictionary<Distance, Figure> figures, Distance distance, double picosecondsPerUnit) =>
        figures.TryGetValue(distance, out var figure) ? (long)Math.Round(figure.Value * picosecondsPerUnit) : 0;

    private byte[] Distances()
    {
        var table = new byte[Cpus * Cpus];
        for (var a = 0; a < Cpus; a++)
        {
            for (var b = 0; b < Cpus; b++)
                table[a * Cpus + b] = (byte)LineDistance(a, b);
        }

        return table;
    }

    private Distance LineDistance(int a, int b)
    {
        var distance = layout.PhysicalDistance(a, b);
        return distance == Distance.SameSocket && HomeNodeEffect && layout.SocketOf(a) != HomeSocket ? Distance.CrossSocket : distance;
    }

    private long Mean(int cpu)
    {
        var sum = 0L;
        for (var other = 0; other < Cpus; other++)
            sum += TransferPs(other, cpu);
        return Cpus == 1 ? 0 : sum / (Cpus - 1);
    }
}
