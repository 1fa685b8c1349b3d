using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>
/// unshare(CLONE_NEWNS) of a table that lives on, then setns back, which ends the copy: the copy and the end of a namespace, timed apart.
/// </summary>
internal sealed unsafe class NamespaceProbe(Room room) : Probe
{
    internal const string Copy = "namespace.copy";
    internal const string End = "namespace.end";
    private readonly NativeText _self = new("/proc/thread-self/ns/mnt");
    private readonly NativeText _directory = new(room.Directory);
    private int _home = -1;

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new(Copy, "mounts", room.Mounts), new(End, "mounts", room.Mounts)];

    internal override int CyclesPerBlock => 10;

    internal override void Prepare()
    {
        _home = Libc.Open(_self.Pointer, MountFlags.OpenCloseOnExec, 0);
        Check(_home, "open", _self);
    }

    // setns leaves the thread at the root of its namespace; the room's other probes expect its directory.
    internal override void Leave()
    {
        Check(Libc.SetNamespace(_home, MountFlags.NewNamespace), "setns", _self);
        Check(Libc.ChangeDirectory(_directory.Pointer), "chdir", _directory);
    }

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Unshare(MountFlags.NewNamespace);
        recorder.Stop(0);
        Check(result, "unshare(newns)", _self);
        recorder.Start();
        result = Libc.SetNamespace(_home, MountFlags.NewNamespace);
        recorder.Stop(1);
        Check(result, "setns", _self);
    }
}
