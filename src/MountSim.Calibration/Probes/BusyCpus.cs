using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>Keeps CPUs busy in user mode, one pinned spinning thread each, until stopped.</summary>
internal sealed class BusyCpus
{
    private readonly List<Thread> _threads = [];
    private bool _stop;

    internal BusyCpus(IEnumerable<int> cpus)
    {
        var list = cpus.ToList();
        var started = new CountdownEvent(list.Count);
        foreach (var cpu in list)
        {
            var thread = new Thread(() => Spin(cpu, started)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }

        started.Wait();
    }

    /// <summary>Ends the threads.</summary>
    internal void Stop()
    {
        Volatile.Write(ref _stop, true);
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Spin(int cpu, CountdownEvent started)
    {
        Affinity.Pin(cpu);
        started.Signal();
        while (!Volatile.Read(ref _stop))
        {
        }
    }
}
