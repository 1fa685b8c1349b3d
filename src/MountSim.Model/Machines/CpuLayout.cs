namespace MountSim.Model.Machines;

/// <summary>
/// Which core, L3 group and socket a CPU number means. Thread-major, as Linux numbers most bare x86 servers: the first threads of all cores,
/// socket by socket, then the second threads. On 2 sockets of 4 cores with SMT, CPU 0 to 3 are socket 0, 4 to 7 socket 1, and 8 is
/// the sibling of 0.
/// </summary>
internal sealed class CpuLayout(int sockets, int coresPerSocket, int l3GroupsPerSocket, int smtPerCore)
{
    public int Cores { get; } = sockets * coresPerSocket;

    public int Cpus => Cores * smtPerCore;

    public int CoreOf(int cpu) => cpu % Cores;

    public int SocketOf(int cpu) => CoreOf(cpu) / coresPerSocket;

    /// <summary>Machine-wide number of the L3 group.</summary>
    public int L3GroupOf(int cpu)
    {
        var core = CoreOf(cpu);
        var (socket, inSocket) = (core / coresPerSocket, core % coresPerSocket);
        return socket * l3GroupsPerSocket + inSocket * l3GroupsPerSocket / coresPerSocket;
    }

    /// <summary>The CPU of the core's next thread, round; null without SMT.</summary>
    public int? SiblingOf(int cpu) => smtPerCore == 1 ? null : (cpu + Cores) % Cpus;

    /// <summary>Where two CPUs stand to each other, homes of lines aside.</summary>
    public Distance PhysicalDistance(int a, int b)
    {
        if (a == b)
            return Distance.Self;
        if (CoreOf(a) == CoreOf(b))
            return Distance.SameCore;
        if (L3GroupOf(a) == L3GroupOf(b))
            return Distance.SameL3;
        return SocketOf(a) == SocketOf(b) ? Distance.SameSocket : Distance.CrossSocket;
    }
}
