using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// Bind mounts and umounts in a loop: grace periods one after the other, as a burst has them, with no other CPU busy. The CPU time of the kernel's thread is
/// its own (/proc/PID/schedstat).
/// </summary>
internal sealed unsafe class GraceUmounts
{
    // As long as a burst is short, and a block of other probes is not: the place that the kernel's thread has found matters.
    private const int Cycles = 400;
    private const string GraceThread = "rcu_exp_gp_kthr";
    private readonly NativeText _source = new("grace-source");
    private readonly NativeText _target = new("grace-target");
    private readonly Room _room;
    private readonly double[] _umounts = new double[Cycles];
    private readonly string? _schedule = Schedule();

    internal GraceUmounts(Room room)
    {
        _room = room;
        room.Run(() => OverlayDirectories.Make([_source.Text, _target.Text]));
    }

    /// <summary>One loop.</summary>
    internal GraceLoop Measure()
    {
        var before = ThreadTime();
        _room.Run(Loop);
        return new GraceLoop(Quantiles.Median(_umounts), (ThreadTime() - before) / Cycles);
    }

    private void Loop()
    {
        for (var i = 0; i < Cycles; i++)
        {
            SyscallException.Check(Libc.Mount(_source.Pointer, _target.Pointer, null, MountFlags.Bind, null), "mount(bind)", _target.Text);
            var begin = Stopwatch.GetTimestamp();
            var result = Libc.Unmount(_target.Pointer, 0);
            _umounts[i] = 1e9 * SchedulingSurvey.Seconds(begin, Stopwatch.GetTimestamp());
            SyscallException.Check(result, "umount", _target.Text);
        }
    }

    // The first number is the time on a CPU, ns (Documentation/scheduler/sched-stats.rst).
    private double? ThreadTime() => _schedule is null ? null : double.Parse(File.ReadAllText(_schedule).Split(' ')[0], CultureInfo.InvariantCulture);

    private static string? Schedule() =>
        Directory.EnumerateDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && IsGraceThread(process))
            .Select(process => process + "/schedstat").FirstOrDefault(File.Exists);

    private static bool IsGraceThread(string process)
    {
        try
        {
            return File.ReadAllText(process + "/comm").StartsWith(GraceThread, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }
}
