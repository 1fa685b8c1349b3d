using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// Bind mounts and umounts in a loop: grace periods one after the other, as a burst has them, with no other CPU busy. The CPU time of the kernel's thread is
/// its own (/proc/PID/schedstat). Then many threads do the same: they share grace periods, and that thread wakes each of them.
/// </summary>
internal sealed unsafe class GraceUmounts
{
    // As long as a burst is short, and a block of other probes is not: the place that the kernel's thread has found matters.
    private const int Cycles = 400;
    private const int ThreadsPerCpu = 8;
    private const int MostThreads = 128;
    private const int CyclesOfMany = 40;
    private readonly NativeText _source = new("grace-source");
    private readonly NativeText _target = new("grace-target");
    private readonly NativeText[] _targets;
    private readonly IReadOnlyList<int> _cpus;
    private readonly Room _room;
    private readonly double[] _umounts = new double[Cycles];
    private readonly KernelThreads _grace = new("rcu_exp_gp_kthr");

    /// <param name="room">Where it mounts.</param>
    /// <param name="cpus">Where many threads run.</param>
    internal GraceUmounts(Room room, IReadOnlyList<int> cpus)
    {
        (_room, _cpus) = (room, cpus);
        _targets = [.. Enumerable.Range(0, Math.Min(ThreadsPerCpu * cpus.Count, MostThreads)).Select(i => new NativeText("grace-target" + i.ToString(CultureInfo.InvariantCulture)))];
        room.Run(() => OverlayDirectories.Make([_source.Text, _target.Text, .. _targets.Select(target => target.Text)]));
    }

    /// <summary>One loop, and one of many threads.</summary>
    internal GraceLoop Measure()
    {
        var before = _grace.CpuNs();
        _room.Run(Loop);
        var thread = (_grace.CpuNs() - before) / Cycles;
        var grace = _grace.CpuNs();
        Many();
        var many = (_grace.CpuNs() - grace) / (_targets.Length * CyclesOfMany);
        return new GraceLoop(Quantiles.Median(_umounts), thread, many);
    }

    // Threads have their room's directory and mount namespace.
    private void Many()
    {
        List<Exception> failures = [];
        _room.Run(() =>
        {
            List<Thread> threads = [.. _targets.Select(target => new Thread(() => Repeat(target, failures)) { IsBackground = true, Name = "grace" })];
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });
        if (failures.Count > 0)
            throw failures[0];
    }

    private void Repeat(NativeText target, List<Exception> failures)
    {
        try
        {
            Affinity.Allow(_cpus);
            for (var i = 0; i < CyclesOfMany; i++)
            {
                Bind(target);
                SyscallException.Check(Libc.Unmount(target.Pointer, 0), "umount", target.Text);
            }
        }
        catch (SyscallException e)
        {
            lock (failures)
                failures.Add(e);
        }
    }

    private void Bind(NativeText target) => SyscallException.Check(Libc.Mount(_source.Pointer, target.Pointer, null, MountFlags.Bind, null), "mount(bind)", target.Text);

    private void Loop()
    {
        for (var i = 0; i < Cycles; i++)
        {
            Bind(_target);
            var begin = Stopwatch.GetTimestamp();
            var result = Libc.Unmount(_target.Pointer, 0);
            _umounts[i] = 1e9 * SchedulingSurvey.Seconds(begin, Stopwatch.GetTimestamp());
            SyscallException.Check(result, "umount", _target.Text);
        }
    }
}
