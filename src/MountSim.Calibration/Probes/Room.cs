using System.Globalization;
using System.Runtime.ExceptionServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>
/// A pinned thread with a mount namespace, a mount table of a chosen size and a working directory of its own. Probes of one table size share
/// a room, so that sizes can take turns. The namespace ends with the thread, the thread with the process.
/// </summary>
internal sealed class Room
{
    private readonly object _gate = new();
    private Action? _work;
    private ExceptionDispatchInfo? _failure;

    internal Room(string work, int cpu, int extraMounts, bool ownNamespace, string name = "room")
    {
        Directory = work + "/" + name + extraMounts.ToString(CultureInfo.InvariantCulture);
        ExtraMounts = extraMounts;
        new Thread(Loop) { IsBackground = true, Name = "room" }.Start();
        Run(() => Furnish(work, cpu, ownNamespace));
    }

    /// <summary>The room's working directory; its thread's current directory.</summary>
    internal string Directory { get; }

    /// <summary>Mounts made below <c>x</c> in the directory, one tmpfs each.</summary>
    internal int ExtraMounts { get; }

    /// <summary>Mounts in the room's table, as the kernel lists them.</summary>
    internal int Mounts { get; private set; }

    /// <summary>Runs <paramref name="work"/> on the room's thread and waits for it.</summary>
    internal void Run(Action work)
    {
        lock (_gate)
        {
            _work = work;
            Monitor.PulseAll(_gate);
            while (_work is not null)
                Monitor.Wait(_gate);
        }

        var failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    private void Furnish(string work, int cpu, bool ownNamespace)
    {
        var flags = MountFlags.OwnFileSystemInfo | (ownNamespace ? MountFlags.NewNamespace : 0);
        SyscallException.Check(Libc.Unshare(flags), "unshare", "a room");
        Affinity.Pin(cpu);
        if (ownNamespace)
        {
            // The measuring process has private mounts; a program that has not would send them to the host.
            Directories.MakePrivate("/");
            Directories.Make(Directory);
            Directories.Enter(Directory);
            Directories.Make("x");
            for (var i = 0; i < ExtraMounts; i++)
            {
                var point = "x/m" + i.ToString(CultureInfo.InvariantCulture);
                Directories.Make(point);
                Directories.Mount("tmpfs", point, "size=64k");
            }
        }
        else
        {
            Directories.Enter(work);
        }

        Mounts = File.ReadAllLines("/proc/thread-self/mountinfo").Length;
    }

    private void Loop()
    {
        while (true)
        {
            Action work;
            lock (_gate)
            {
                while (_work is null)
                    Monitor.Wait(_gate);
                work = _work;
            }

            try
            {
                work();
            }
            catch (Exception e)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
            }

            lock (_gate)
            {
                _work = null;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
