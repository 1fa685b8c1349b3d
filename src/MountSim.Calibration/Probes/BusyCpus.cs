using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>Keeps CPUs busy in user mode, one pinned spinning thread each, until stopped.</summary>
internal sealed class BusyCpus
{
    private readonly List<Thread> _threads = [];
    private int _running;
    private bool _stop;

    internal BusyCpus(IEnumerable<int> cpus)
    {
        var list = cpus.ToList();
        foreach (var cpu in list)
        {
            var thread = new Thread(() => Spin(cpu)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }

        while (Volatile.Read(ref _running) < list.Count)
            Thread.Sleep(0);
    }

    /// <summary>Ends the threads.</summary>
    internal void Stop()
    {
        Volatile.Write(ref _stop, true);
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Spin(int cpu)
    {
        Affinity.Pin(cpu);
        Interlocked.Increment(ref _running);
        while (!Volatile.Read(ref _stop))
        {
        }
    }
}
