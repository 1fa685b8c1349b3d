using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// Pairs of threads that wake each other through eventfd(2), enough of them that no CPU is idle: all their CPU time but that of the calls themselves goes into
/// switches. The kernel keeps count of both (getrusage(2)), so that idle CPUs and other processes are not in it.
/// </summary>
internal sealed unsafe class TaskSwitches
{
    private const double WindowSeconds = 0.02;
    private const int PairsPerCpu = 4;
    private const int MostPairs = 128;
    private const int CallsAlone = 5_000;
    private const int Stack = 256 * 1024;
    private const int ThisProcess = 0;
    private const int UsageWords = 18; // struct rusage, getrusage(2): user and system time, each seconds and microseconds, come first
    private const int Voluntary = 16;
    private const int Involuntary = 17;
    private readonly int[] _there;
    private readonly int[] _back;
    private readonly long[] _turns;
    private bool _stop;

    private TaskSwitches(int pairs)
    {
        _there = [.. Enumerable.Range(0, pairs).Select(_ => Open())];
        _back = [.. Enumerable.Range(0, pairs).Select(_ => Open())];
        _turns = new long[pairs];
    }

    /// <summary>CPU time of a switch, ns.</summary>
    /// <param name="cpus">How many CPUs the pairs are to keep busy.</param>
    internal static double Measure(int cpus)
    {
        var pairs = new TaskSwitches(Math.Min(PairsPerCpu * cpus, MostPairs));
        try
        {
            return pairs.Switch();
        }
        finally
        {
            foreach (var descriptor in pairs._there.Concat(pairs._back))
                _ = Libc.Close(descriptor);
        }
    }

    private double Switch()
    {
        var calls = Alone();
        List<Thread> threads = [.. Enumerable.Range(0, _there.Length).SelectMany(pair => new[] { Begin(() => Ask(pair)), Begin(() => Answer(pair)) })];
        // A window is a stretch of time, and this thread has to be out of the way in it: it sleeps, first while the threads begin, then for the window itself.
        Thread.Sleep(TimeSpan.FromSeconds(WindowSeconds / 4));
        var (before, turns) = (Usage(), _turns.Sum());
        Thread.Sleep(TimeSpan.FromSeconds(WindowSeconds));
        var (after, done) = (Usage(), _turns.Sum());
        Volatile.Write(ref _stop, true);
        threads.ForEach(thread => thread.Join());
        // A turn is two writes and two reads.
        var spent = after.CpuSeconds - before.CpuSeconds - (2 * (done - turns) * calls);
        return 1e9 * Math.Max(0, spent) / Math.Max(1, after.Switches - before.Switches);
    }

    // A write and a read that wakes nobody and waits for nobody, seconds of CPU time: what others do meanwhile is not in it.
    private double Alone()
    {
        var begin = ThreadClock.CpuSeconds();
        for (var i = 0; i < CallsAlone; i++)
        {
            Write(_there[0]);
            Read(_there[0]);
        }

        return (ThreadClock.CpuSeconds() - begin) / CallsAlone;
    }

    private void Ask(int pair)
    {
        while (!Volatile.Read(ref _stop))
        {
            Write(_there[pair]);
            Read(_back[pair]);
            Volatile.Write(ref _turns[pair], _turns[pair] + 1);
        }

        // The other one may have gone to sleep before it could see the end.
        Write(_there[pair]);
    }

    private void Answer(int pair)
    {
        while (!Volatile.Read(ref _stop))
        {
            Read(_there[pair]);
            Write(_back[pair]);
        }

        Write(_back[pair]);
    }

    private static Thread Begin(Action work)
    {
        var thread = new Thread(() => work(), Stack) { IsBackground = true, Name = "switch" };
        thread.Start();
        return thread;
    }

    private static (double CpuSeconds, long Switches) Usage()
    {
        var usage = stackalloc long[UsageWords];
        SyscallException.Check(Libc.GetUsage(ThisProcess, usage), "getrusage", "context switches");
        return (usage[0] + usage[2] + (1e-6 * (usage[1] + usage[3])), usage[Voluntary] + usage[Involuntary]);
    }

    private static int Open()
    {
        var descriptor = Libc.EventDescriptor(0, MountFlags.OpenCloseOnExec);
        SyscallException.Check(descriptor, "eventfd", "a pair of threads");
        return descriptor;
    }

    private static void Write(int descriptor)
    {
        ulong one = 1;
        _ = Libc.Write(descriptor, (byte*)&one, sizeof(ulong));
    }

    private static void Read(int descriptor)
    {
        ulong count;
        _ = Libc.Read(descriptor, (byte*)&count, sizeof(ulong));
    }
}
