using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// Who else reads the host's mount table during a burst: one that polls it and reads it when it changed, as often as it allows itself (systemd), and agents that
/// read it on a timer. Both then spend CPU time on each mount, as their parsers do.
/// </summary>
internal sealed unsafe class TablePollers : IDisposable
{
    private const double NsPerMicrosecond = 1e3;
    private const short PollPriority = 2; // POLLPRI: the table changed
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly BurstHost _host;
    private readonly ManualResetEventSlim _over = new();
    private readonly List<BurstThread> _threads = [];

    internal TablePollers(BurstHost host, BurstOrder order)
    {
        _host = host;
        var random = new Random((int)order.Seed);
        if (order.SystemdScansPerSecond > 0)
            _threads.Add(new BurstThread("systemd", () => Scan(TimeSpan.FromSeconds(1 / order.SystemdScansPerSecond), order.SystemdParseMicroseconds)));
        if (order.AgentReadsPerSecond <= 0)
            return;
        var period = TimeSpan.FromSeconds(1 / order.AgentReadsPerSecond);
        for (var i = 0; i < order.Agents; i++)
        {
            var first = period * random.NextDouble();
            _threads.Add(new BurstThread("agent", () => Read(first, period, order.AgentParseMicroseconds)));
        }
    }

    /// <summary>Stops them.</summary>
    public void Dispose()
    {
        _over.Set();
        _threads.ForEach(thread => thread.Join());
        _over.Dispose();
    }

    private void Read(TimeSpan first, TimeSpan period, double parse)
    {
        var reader = new TableReader(_host.ProcDirectory);
        var spinner = new Spinner(_host.Spinner);
        for (var wait = first; !_over.Wait(wait); wait = period)
            spinner.Spin(reader.ReadAll() * parse * NsPerMicrosecond);
    }

    private void Scan(TimeSpan interval, double parse)
    {
        var reader = new TableReader(_host.ProcDirectory);
        var spinner = new Spinner(_host.Spinner);
        var name = new NativeText("thread-self/mountinfo");
        var table = (int)SyscallException.Check(Libc.OpenAt(_host.ProcDirectory, name.Pointer, MountFlags.OpenCloseOnExec, 0), "open", name.Text);
        while (!_over.IsSet)
        {
            // struct pollfd: descriptor, events asked for, events seen.
            var poll = (uint)table | ((ulong)PollPriority << 32);
            if (Libc.Poll(&poll, 1, (int)Look.TotalMilliseconds) <= 0)
                continue;
            var begin = Stopwatch.GetTimestamp();
            Libc.Seek(table, 0, 0);
            spinner.Spin(reader.ReadFrom(table) * parse * NsPerMicrosecond);
            var left = interval - Stopwatch.GetElapsedTime(begin);
            if (left > TimeSpan.Zero)
                _over.Wait(left);
        }

        _ = Libc.Close(table);
    }
}
