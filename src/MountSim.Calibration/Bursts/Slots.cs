using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>The starts in flight: a thread each, which starts one container after the other. All begin at one moment.</summary>
internal sealed class Slots
{
    private const int Premade = 0;
    private readonly BurstHost _host;
    private readonly CompiledStart _start;
    private readonly Container[] _containers;
    private readonly TaskCompletionSource _go = new();
    private readonly TaskCompletionSource _ready = new();
    private readonly List<BurstThread> _threads = [];
    private readonly List<OperationTimes> _times = [];
    private int _unready;
    private Exception? _failure;
    private long _begin;
    private long _end;
    private int _next;

    internal Slots(BurstHost host, CompiledStart start, Container[] containers, int concurrency)
    {
        _host = host;
        _start = start;
        _containers = containers;
        _unready = concurrency;
        for (var i = 0; i < concurrency; i++)
        {
            var times = new OperationTimes(start.Calls.Count);
            _times.Add(times);
            _threads.Add(new BurstThread("slot", () => Work(times)));
        }

        _ready.Task.Wait();
    }

    /// <summary>From the first issue to the last container started, ns.</summary>
    internal long MakespanNs => ToNs(Volatile.Read(ref _end) - _begin);

    /// <summary>Time of each call over all starts.</summary>
    internal OperationTimes Times => OperationTimes.Sum(_times, _start.Calls.Count);

    /// <summary>Lets them begin and waits for the end.</summary>
    /// <returns>False when the time was over before.</returns>
    internal bool Run(TimeSpan limit)
    {
        _begin = Stopwatch.GetTimestamp();
        _go.SetResult();
        var done = _threads.TrueForAll(thread => thread.Join(limit - Stopwatch.GetElapsedTime(_begin) is { Ticks: > 0 } left ? left : TimeSpan.Zero));
        if (_failure is { } failure)
            throw new CalibrationException(failure.Message);
        return done;
    }

    private void Work(OperationTimes times)
    {
        try
        {
            SyscallException.Check(Libc.Unshare(MountFlags.OwnDescriptors), "unshare", "CLONE_FILES");
            Ready();
            _go.Task.Wait();
            // Those of the first wave are issued at once, whenever their thread gets a CPU.
            var issued = _begin;
            int number;
            while (_failure is null && (number = Interlocked.Increment(ref _next) - 1) < _containers.Length)
            {
                Start(_host, _start, _containers[number], issued, times);
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

    private void Ready()
    {
        if (Interlocked.Decrement(ref _unready) == 0)
            _ready.SetResult();
    }

    /// <summary>One start on the calling thread.</summary>
    internal static void Start(BurstHost host, CompiledStart start, Container container, long issued, OperationTimes times)
    {
        if (start.WantsCgroupNamespace)
            SyscallException.Check(Libc.Unshare(MountFlags.NewCgroupNamespace), "unshare", "CLONE_NEWCGROUP");
        container.Begin();
        if (start.PremadeNamespaces > 0)
            container.MoveTo(Premade);
        var cpu = ThreadClock.CpuNanoseconds();
        var calls = start.Calls;
        for (var i = 0; i < calls.Count; i++)
        {
            container.MoveTo(calls[i].Place);
            var begin = Stopwatch.GetTimestamp();
            calls[i].Do(container);
            times.Add(i, Stopwatch.GetTimestamp() - begin);
        }

        container.LatencyNs = ToNs(Stopwatch.GetTimestamp() - issued);
        container.CpuNs = ThreadClock.CpuNanoseconds() - cpu;
        container.MoveTo(Container.Host);
    }

    private void Last(long moment)
    {
        long seen;
        while ((seen = Volatile.Read(ref _end)) < moment && Interlocked.CompareExchange(ref _end, moment, seen) != seen)
        {
        }
    }

    private static long ToNs(long ticks) => (long)(ticks * (1e9 / Stopwatch.Frequency));
}
