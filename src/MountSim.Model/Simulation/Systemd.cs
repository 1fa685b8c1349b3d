using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Simulation;

/// <summary>
/// PID 1: one thread that re-reads the mount table when it changed (as often as its rate limit allows) and makes cgroups for starts that ask it to. While it
/// parses, requests wait in its queue; while it is rate limited, it does not poll, so that changes do not wake it.
/// </summary>
internal sealed class Systemd : HostTask, IWaitObject
{
    private const double PsPerSecond = 1e12;

    // libmount reads by stdio (mnt_table_parse_stream, util-linux libmount/src/tab_parse.c), whose buffer is st_blksize: 1,024 bytes in /proc (fs/proc/inode.c proc_fill_super).
    private const int ShortReads = 3;

    // 0: it never scans, and only makes cgroups.
    private readonly long _scanIntervalPs;
    private readonly Inbox _inbox = new();
    private readonly Alarm _alarm;
    private TaskQueue _requests;
    private ContainerTask? _serving;
    private long _nextScan;
    private long _changesSeen;
    private bool _scanning;

    public Systemd(HostSystem system, int number) : base(system, number, "systemd")
    {
        if (system.Workload.SystemdScansPerSecond > 0) _scanIntervalPs = (long)(PsPerSecond / system.Workload.SystemdScansPerSecond);
        WaitIndex = system.Kernel.Pid1WaitIndex;
        Values[(int)Variable.ShortReads] = ShortReads;
        _alarm = new Alarm(this);
    }

    /// <inheritdoc/>
    public int WaitIndex { get; set; }

    /// <summary>True while it sleeps in poll() with the mount table among what it polls.</summary>
    public bool IsPolling => Scans && IsIdle && Now >= _nextScan;

    private bool Scans => _scanIntervalPs > 0;

    // Asleep for want of work, rather than for a lock of its own system call.
    private bool IsIdle => State == TaskState.Sleeping && WaitingFor == _inbox;

    private long Now => Simulation.Now.Picoseconds;

    /// <summary>Something happened that it polls for.</summary>
    public void Stir(int cpu)
    {
        if (IsIdle) Wake(cpu);
    }

    /// <summary>Asks for a cgroup; the caller sleeps until it is made.</summary>
    public void Request(ContainerTask task)
    {
        task.WaitStart = Now;
        _requests.Enqueue(task);
        task.Sleep(this);
        Stir(task.Cpu);
    }

    /// <inheritdoc/>
    public void Woken(SimTask task) => task.Granted();

    /// <inheritdoc/>
    public void Acquired(SimTask task)
    {
    }

    /// <inheritdoc/>
    public void AskedToYield(SimTask task)
    {
    }

    protected override bool Next()
    {
        if (_serving is { } served)
        {
            _serving = null;
            served.Wake(Cpu);
        }

        if (_scanning)
        {
            _scanning = false;
            return RunUserCode(Math.Max(1, System.Host.Mounts * System.Workload.SystemdParseMicroseconds * 1e6));
        }

        if (Scans && System.Host.Changes != _changesSeen && Now >= _nextScan)
        {
            _changesSeen = System.Host.Changes;
            _scanning = true;
            _nextScan = Now + _scanIntervalPs;
            return Start("mountinfo.read");
        }

        if (_requests.Count > 0)
        {
            _serving = (ContainerTask)_requests.Dequeue();
            return RunUserCode(_serving.Pid1Ps);
        }

        // Rate limited: the table is polled again when the interval is over.
        if (Now < _nextScan) _alarm.TimeoutAt(new SimTime(_nextScan));
        Sleep(_inbox);
        return false;
    }

    /// <summary>What it sleeps on: anything to do.</summary>
    private sealed class Inbox : IWaitObject
    {
        // Idle: it waits for nothing that an account is kept of.
        public int WaitIndex { get; set; } = -1;

        public void Woken(SimTask task) => task.Granted();

        public void Acquired(SimTask task)
        {
        }

        public void AskedToYield(SimTask task)
        {
        }
    }

    /// <summary>Ends the rate limit.</summary>
    private sealed class Alarm(Systemd owner) : Process(owner.Simulation)
    {
        protected override void Resume() => owner.Stir(owner.Cpu);
    }
}
