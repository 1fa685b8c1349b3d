using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>A bind through the fd API, each call timed apart: open_tree(OPEN_TREE_CLONE), mount_setattr, move_mount, close.</summary>
internal sealed unsafe class TreeMountProbe : Probe
{
    private readonly NativeText _empty = new("");
    private readonly NativeText _source = new("tree-source");
    private readonly NativeText _target = new("tree-target");

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new("open_tree.clone"), new("mount_setattr.ro"), new("move_mount.bind"), new("close.open_tree")];

    internal override void Prepare()
    {
        OverlayDirectories.Make([_source.Text, _target.Text]);
        if (!SyscallNumbers.Known)
            throw new SyscallException("open_tree", _source.Text, (int)Errno.NoSystemCall);
    }

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var tree = MountApi.OpenTree(_source);
        recorder.Stop(0);
        Check(tree, "open_tree", _source);
        recorder.Start();
        var result = MountApi.SetReadOnly(tree, _empty);
        recorder.Stop(1);
        Check(result, "mount_setattr", _source);
        recorder.Start();
        result = MountApi.MoveMount(tree, _empty, _target);
        recorder.Stop(2);
        Check(result, "move_mount", _target);
        recorder.Start();
        result = Libc.Close(tree);
        recorder.Stop(3);
        Check(result, "close", _source);
        Check(Libc.Unmount(_target.Pointer, MountFlags.Detach), "umount(detach)", _target);
    }
}
