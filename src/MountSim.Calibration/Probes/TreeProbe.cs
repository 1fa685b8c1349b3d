using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>The tree of the room's extra mounts bound elsewhere (MS_BIND | MS_REC) and detached as a whole.</summary>
internal sealed unsafe class TreeProbe(Room room) : Probe
{
    internal const string Bound = "mount.rbind";
    internal const string Detached = "umount.detach.tree";
    private readonly NativeText _source = new("x");
    private readonly NativeText _target = new("rbind-target");

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new(Bound, "tree", room.ExtraMounts + 1), new(Detached, "tree", room.ExtraMounts + 1)];

    internal override int CyclesPerBlock => 10;

    internal override void Prepare() => OverlayDirectories.Make([_target.Text]);

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Mount(_source.Pointer, _target.Pointer, null, MountFlags.Bind | MountFlags.Recursive, null);
        recorder.Stop(0);
        Check(result, "mount(rbind)", _target);
        recorder.Start();
        result = Libc.Unmount(_target.Pointer, MountFlags.Detach);
        recorder.Stop(1);
        Check(result, "umount(detach)", _target);
    }
}
