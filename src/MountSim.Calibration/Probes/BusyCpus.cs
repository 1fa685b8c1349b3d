using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>Keeps CPUs busy in user mode, one pinned spinning thread each, until disposed.</summary>
internal sealed class BusyCpus : IDisposable
{
    private readonly List<Thread> _threads = [];
    private readonly CountdownEvent _running;
    private bool _stop;

    internal BusyCpus(IEnumerable<int> cpus)
    {
        var list = cpus.ToList();
        _running = new CountdownEvent(Math.Max(list.Count, 1));
        foreach (var cpu in list)
        {
            var thread = new Thread(() => Spin(cpu)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }

        if (list.Count > 0)
            _running.Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Volatile.Write(ref _stop, true);
        foreach (var thread in _threads)
            thread.Join();
        _running.Dispose();
    }

    private void Spin(int cpu)
    {
        Affinity.Pin(cpu);
        _running.Signal();
        while (!Volatile.Read(ref _stop))
        {
        }
    }
}
