using System.Diagnostics;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Watching;

/// <summary>
/// Takes <c>namespace_sem</c> for write again and again on a CPU of its own, as shortly as a system call can (MS_PRIVATE of a mount that is private: do_change_type,
/// fs/namespace.c), and keeps the times. A call that lasts longer was kept out by a holder.
/// </summary>
internal sealed unsafe class LockWatcher : IDisposable
{
    private const int Remembered = 1 << 16;
    private const double GapNs = 1000;
    private readonly long[] _begin = new long[Remembered];
    private readonly long[] _end = new long[Remembered];
    private readonly NativeText _root = new("/");
    private readonly BurstThread _thread;
    private long _calls;
    private bool _stop;

    /// <summary>Starts watching.</summary>
    /// <param name="cpu">The CPU it keeps to.</param>
    /// <param name="spinner">The measured spin loop.</param>
    /// <param name="enter">Takes its thread to the namespace it watches from.</param>
    internal LockWatcher(int cpu, Spinner spinner, Action enter)
    {
        var ready = new TaskCompletionSource();
        _thread = new BurstThread("lock watcher", () =>
        {
            try
            {
                enter();
                Affinity.Pin(cpu);
            }
            catch (Exception e)
            {
                ready.SetException(e);
                throw;
            }

            ready.SetResult();
            Watch(new Spinner(spinner));
        });
        ready.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Volatile.Write(ref _stop, true);
        _thread.Join();
    }

    /// <summary>The longest call that overlapped an interval of ticks, once one has begun after it, ns.</summary>
    internal double LongestDuring(long from, long to)
    {
        long calls;
        // The call that the interval's end met must be over: one that ends two calls later is.
        do
            calls = Volatile.Read(ref _calls);
        while (calls < 2 || _begin[(calls - 1) % Remembered] <= to);
        var longest = 0L;
        for (var i = calls - 1; i >= 0 && i > calls - Remembered && _end[i % Remembered] >= from; i--)
            if (_begin[i % Remembered] <= to)
                longest = Math.Max(longest, _end[i % Remembered] - _begin[i % Remembered]);
        return longest * (1e9 / Stopwatch.Frequency);
    }

    private void Watch(Spinner spinner)
    {
        while (!Volatile.Read(ref _stop))
        {
            var i = _calls % Remembered;
            _begin[i] = Stopwatch.GetTimestamp();
            SyscallException.Check(Libc.Mount(null, _root.Pointer, null, MountFlags.Private, null), "mount(private)", "/");
            _end[i] = Stopwatch.GetTimestamp();
            Volatile.Write(ref _calls, _calls + 1);
            spinner.Spin(GapNs);
        }
    }
}
