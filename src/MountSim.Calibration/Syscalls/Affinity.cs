namespace MountSim.Calibration.Syscalls;

/// <summary>Where the calling thread runs (sched_setaffinity(2)).</summary>
internal static unsafe class Affinity
{
    private const int Words = 128;

    /// <summary>Pins the calling thread to <paramref name="cpu"/>.</summary>
    internal static void Pin(int cpu) => Allow([cpu]);

    /// <summary>Lets the calling thread run on <paramref name="cpus"/>.</summary>
    internal static void Allow(IReadOnlyList<int> cpus)
    {
        var mask = stackalloc ulong[Words];
        new Span<ulong>(mask, Words).Clear();
        foreach (var cpu in cpus)
            mask[cpu / 64] |= 1UL << (cpu % 64);
        SyscallException.Check(Libc.SetAffinity(0, Words * sizeof(ulong), mask), "sched_setaffinity", "cpu " + string.Join(',', cpus));
    }

    /// <summary>The CPUs that the calling thread may run on, ascending.</summary>
    internal static IReadOnlyList<int> Allowed()
    {
        var mask = stackalloc ulong[Words];
        new Span<ulong>(mask, Words).Clear();
        SyscallException.Check(Libc.GetAffinity(0, Words * sizeof(ulong), mask), "sched_getaffinity", "self");
        var cpus = new List<int>();
        for (var cpu = 0; cpu < Words * 64; cpu++)
            if ((mask[cpu / 64] >> (cpu % 64) & 1) != 0)
                cpus.Add(cpu);
        return cpus;
    }
}
