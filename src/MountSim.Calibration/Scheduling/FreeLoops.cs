using System.Diagnostics;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Scheduling;

/// <summary>
/// What the frees of RCU's callbacks cost the CPU that took something away. A loop begins at rest: for some milliseconds nothing that it took away is freed yet. Once a
/// normal grace period has passed, callbacks interrupt it again and again, while the usual turn stays as long as it was: what turns take beyond the usual one then, and
/// did not before, is theirs.
/// </summary>
internal sealed unsafe class FreeLoops
{
    // Rest is when nothing is left to be freed, and nothing tells when callbacks have run: a normal grace period, three ticks of four milliseconds, and some more.
    private const int SettleMs = 30;
    private const double ColdSeconds = 0.3e-3, NothingFreedSeconds = 3e-3, FreedFromSeconds = 20e-3, Seconds = 45e-3;
    private readonly NativeText _self = new("/proc/thread-self/ns/mnt");
    private readonly NativeText _target = new("free-target");
    private readonly NativeText _tmpfs = new("tmpfs");
    private readonly NativeText _directory;
    private readonly Room _room;
    private readonly int _home;

    /// <param name="room">Where it mounts.</param>
    internal FreeLoops(Room room)
    {
        _room = room;
        _directory = new NativeText(room.Directory);
        var home = -1;
        room.Run(() =>
        {
            OverlayDirectories.Make([_target.Text]);
            home = Libc.Open(_self.Pointer, MountFlags.OpenCloseOnExec, 0);
            SyscallException.Check(home, "open", _self.Text);
        });
        _home = home;
    }

    /// <summary>One loop of copied namespaces, whose mounts are freed, and one of a tmpfs.</summary>
    internal FreeLoop Measure()
    {
        double mount = 0, tmpfs = 0;
        _room.Run(() =>
        {
            mount = BeyondTheUsual(CopyNamespace) / _room.Mounts;
            // setns leaves the thread at the root of its namespace.
            SyscallException.Check(Libc.ChangeDirectory(_directory.Pointer), "chdir", _directory.Text);
            tmpfs = BeyondTheUsual(MountTmpfs);
        });
        return new FreeLoop(mount, Math.Max(0, tmpfs - mount));
    }

    /// <summary>What turns of a loop from rest take beyond the usual one, once a grace period has passed, ns a turn.</summary>
    internal static double BeyondTheUsual(Action turn)
    {
        // What was freed before shall not be freed within this loop: callbacks of RCU run after a grace period, of whose end nothing tells the one who queued them.
        Thread.Sleep(SettleMs);
        List<double> before = [], after = [];
        var begin = Stopwatch.GetTimestamp();
        for (var at = begin; SchedulingSurvey.Seconds(begin, at) < Seconds;)
        {
            turn();
            var end = Stopwatch.GetTimestamp();
            var since = SchedulingSurvey.Seconds(begin, at);
            var took = 1e9 * SchedulingSurvey.Seconds(at, end);
            if (since is >= ColdSeconds and < NothingFreedSeconds) before.Add(took);
            else if (since >= FreedFromSeconds) after.Add(took);
            at = end;
        }

        return before.Count == 0 || after.Count == 0 ? 0 : Math.Max(0, Beyond(after) - Beyond(before));
    }

    private static double Beyond(List<double> turns) => turns.Average() - Quantiles.Median([.. turns]);

    private void CopyNamespace()
    {
        SyscallException.Check(Libc.Unshare(MountFlags.NewNamespace), "unshare(newns)", _self.Text);
        SyscallException.Check(Libc.SetNamespace(_home, MountFlags.NewNamespace), "setns", _self.Text);
    }

    private void MountTmpfs()
    {
        SyscallException.Check(Libc.Mount(_tmpfs.Pointer, _target.Pointer, _tmpfs.Pointer, 0, null), "mount(tmpfs)", _target.Text);
        SyscallException.Check(Libc.Unmount(_target.Pointer, 0), "umount", _target.Text);
    }
}
