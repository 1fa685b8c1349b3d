using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker.Program;

/// <summary>
/// <c>hand-offs</c>: who gets a namespace_sem that is released while a writer spins for it and a reader, first in its queue, sleeps for it. One thread changes the propagation of its mounts
/// without a pause on the first CPU; once a trial a reader goes to sleep behind it on the other CPU, where a second writer comes right after. So the reader's record of its wait is on another
/// CPU than the first release's, and on the releaser's own at the second. Prints CSV. The model's rwsem gives such a release to the spinning head.
/// </summary>
internal sealed unsafe class HandOffs : IDisposable
{
    // Binds make a hold of some 200 us, so that the reader sleeps and the second writer spins, surely by SettledUs, before it ends. Who was woken runs within WokenUs.
    private const int Binds = 10_000, Trials = 2000, PauseMs = 3;
    private const double SettledUs = 50, WokenUs = 35;

    private readonly long[] _returns = new long[1 << 16];
    private readonly ManualResetEventSlim _repeats = new(), _follows = new();
    private readonly AutoResetEvent _followed = new(initialState: false);
    private int _trial;
    private long _count, _secondBegan, _secondReturned;
    private bool _ends;

    internal static int Run() => OwnRoom.Use("hand-offs", (room, cpus) =>
    {
        if (cpus.Count < 2) throw new InvalidOperationException("hand-offs need two CPUs");
        using var trials = new HandOffs();
        trials.Measure(room, cpus);
    });

    public void Dispose()
    {
        _repeats.Dispose();
        _follows.Dispose();
        _followed.Dispose();
    }

    private void Measure(Room room, IReadOnlyList<int> cpus)
    {
        var work = Path.GetDirectoryName(room.Directory)!;
        var first = Start(new Room(work, cpus[0], 0, ownNamespace: true, "first"), Repeat);
        _repeats.Wait();
        var second = Start(new Room(work, cpus[^1], 0, ownNamespace: true, "second"), Follow);
        _follows.Wait();
        try
        {
            room.Run(Read);
        }
        finally
        {
            Volatile.Write(ref _ends, true);
            first.Join();
            second.Join();
        }
    }

    private static Thread Start(Room room, Action work)
    {
        var thread = new Thread(() => room.Run(work));
        thread.Start();
        return thread;
    }

    private static void Crowd()
    {
        Directories.Make("a");
        for (var i = 0; i < Binds; i++) Directories.Bind("a", "a");
    }

    private void Repeat()
    {
        Crowd();
        var root = new NativeText("/");
        while (!Volatile.Read(ref _ends))
        {
            Change(root);
            _returns[_count % _returns.Length] = Stopwatch.GetTimestamp();
            Volatile.Write(ref _count, _count + 1);
            _repeats.Set();
            var began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < 3) { }
        }
    }

    private void Follow()
    {
        Crowd();
        var root = new NativeText("/");
        _follows.Set();
        // It spins for its turn: a thread that had to be woken would come too late.
        for (var done = 0; !Volatile.Read(ref _ends);)
        {
            var trial = Volatile.Read(ref _trial);
            if (trial == done) continue;
            Volatile.Write(ref _secondBegan, Stopwatch.GetTimestamp());
            Change(root);
            Volatile.Write(ref _secondReturned, Stopwatch.GetTimestamp());
            done = trial;
            _followed.Set();
        }
    }

    private void Read()
    {
        var path = new NativeText("/proc/thread-self/mountinfo");
        var file = Libc.Open(path.Pointer, MountFlags.OpenCloseOnExec, 0);
        SyscallException.Check(file, "open", path.Text);
        var buffer = stackalloc byte[256];
        var (ofAnother, ofOwn) = (new Tally(), new Tally());
        for (var trial = 1; trial <= Trials; trial++)
        {
            // A pause between trials: the first writer is anywhere in its hold when the next one begins, and nothing is waited for.
            Thread.Sleep(PauseMs);
            Libc.Seek(file, 0, 0);
            var seen = Volatile.Read(ref _count);
            Volatile.Write(ref _trial, trial);
            SyscallException.Check((int)Libc.Read(file, buffer, 256), "read", path.Text);
            var read = Stopwatch.GetTimestamp();
            _followed.WaitOne();
            var released = _returns[seen % _returns.Length];
            if (Microseconds(_secondBegan, released) < SettledUs || _secondReturned < released) continue;
            ofAnother.Add(read < released || Microseconds(released, read) < WokenUs);
            if (Microseconds(released, read) >= WokenUs) ofOwn.Add(Microseconds(_secondReturned, read) < WokenUs);
        }

        Console.WriteLine("readers_record_is_on,releases,reader_first,spinner_first");
        Console.WriteLine(ofAnother.Row("another CPU"));
        Console.WriteLine(ofOwn.Row("the releaser's CPU"));
    }

    private static void Change(NativeText root) =>
        SyscallException.Check(Libc.Mount(null, root.Pointer, null, MountFlags.Recursive | MountFlags.Private, null), "mount", root.Text);

    private static double Microseconds(long from, long to) => (to - from) * 1e6 / Stopwatch.Frequency;

    private sealed class Tally
    {
        private int _releases, _readers;

        internal void Add(bool isReader)
        {
            _releases++;
            if (isReader) _readers++;
        }

        internal string Row(string where) => string.Create(CultureInfo.InvariantCulture, $"{where},{_releases},{_readers},{_releases - _readers}");
    }
}
