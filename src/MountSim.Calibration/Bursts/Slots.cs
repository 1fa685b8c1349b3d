using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>The starts in flight: a thread each, which starts one container after the other. All begin at one moment.</summary>
internal sealed unsafe class Slots : IDisposable
{
    private readonly int _containers;
    private readonly Func<Action<int, long>> _slot;
    // All are woken by one system call: who woke them one by one would have to wait for a CPU between those who run already.
    private readonly int _gate = Libc.EventDescriptor(0, MountFlags.OpenCloseOnExec | MountFlags.SemaphoreOfEvents);
    private readonly TaskCompletionSource _ready = new();
    private readonly List<BurstThread> _threads = [];
    private readonly IReadOnlyList<int> _cpus = Affinity.Allowed();
    private int _unready;
    private Exception? _failure;
    private long _begin;
    private long _end;
    private int _next;

    /// <summary>Makes their threads, which wait.</summary>
    /// <param name="containers">Containers to start.</param>
    /// <param name="concurrency">Starts in flight.</param>
    /// <param name="slot">Called on each thread: what it does to start a container, given its number and the timestamp of its issue.</param>
    internal Slots(int containers, int concurrency, Func<Action<int, long>> slot)
    {
        (_containers, _slot, _unready) = (containers, slot, concurrency);
        SyscallException.Check(_gate, "eventfd", "the starts in flight");
        for (var i = 0; i < concurrency; i++)
        {
            var cpu = _cpus[i % _cpus.Count];
            _threads.Add(new BurstThread("slot", () => Work(cpu)));
        }

        _ready.Task.Wait();
    }

    /// <summary>From the first issue to the last container started, ns.</summary>
    internal long MakespanNs => ToNs(Volatile.Read(ref _end) - _begin);

    /// <summary>Timestamp of the first issue.</summary>
    internal long Begin => _begin;

    /// <summary>Lets them begin and waits for the end.</summary>
    /// <returns>False when the time was over before.</returns>
    internal bool Run(TimeSpan limit)
    {
        var all = (ulong)_threads.Count;
        _begin = Stopwatch.GetTimestamp();
        SyscallException.Check(Libc.Write(_gate, (byte*)&all, sizeof(ulong)), "write", "eventfd");
        var done = _threads.TrueForAll(thread => thread.Join(limit - Stopwatch.GetElapsedTime(_begin) is { Ticks: > 0 } left ? left : TimeSpan.Zero));
        if (_failure is { } failure)
            throw new CalibrationException(failure.Message);
        return done;
    }

    /// <summary>Closes what held them back; those that a limit left behind go on.</summary>
    public void Dispose() => _ = Libc.Close(_gate);

    /// <summary>Timestamps as nanoseconds.</summary>
    internal static long ToNs(long ticks) => (long)(ticks * (1e9 / Stopwatch.Frequency));

    // On its CPU until all begin, as the kernel spreads processes over the CPUs when they are forked (select_task_rq_fair, SD_BALANCE_FORK); threads that sleep it leaves
    // where they went to sleep, all on one CPU perhaps, and balances only after some ten milliseconds.
    private void Work(int cpu)
    {
        try
        {
            Affinity.Pin(cpu);
            var start = _slot();
            Ready();
            Await();
            Affinity.Allow(_cpus);
            // Those of the first wave are issued at once, whenever their thread gets a CPU.
            var issued = _begin;
            int number;
            while (_failure is null && (number = Interlocked.Increment(ref _next) - 1) < _containers)
            {
                start(number, issued);
                issued = Stopwatch.GetTimestamp();
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            Ready();
        }

        Last(Stopwatch.GetTimestamp());
    }

    private void Await()
    {
        ulong own;
        SyscallException.Check(Libc.Read(_gate, (byte*)&own, sizeof(ulong)), "read", "eventfd");
    }

    private void Ready()
    {
        if (Interlocked.Decrement(ref _unready) == 0)
            _ready.SetResult();
    }

    private void Last(long moment)
    {
        long seen;
        while ((seen = Volatile.Read(ref _end)) < moment && Interlocked.CompareExchange(ref _end, moment, seen) != seen)
        {
        }
    }
}
