using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>
/// A bind on a shared mount that has peers: each receives a copy of it, made under namespace_sem. The peers are bind mounts of the shared mount
/// in the same table, which the kernel treats as it treats those of other namespaces (propagate_mnt in fs/pnode.c walks the peer group).
/// </summary>
internal sealed unsafe class ReceiversProbe(int receivers) : Probe
{
    internal const string Mounted = "mount.bind.shared";
    internal const string Detached = "umount.detach.shared";
    private readonly string _base = "receivers" + receivers.ToString(CultureInfo.InvariantCulture);
    private readonly NativeText _source = new("receivers-source");
    private readonly NativeText _target = new("receivers" + receivers.ToString(CultureInfo.InvariantCulture) + "/0/t");

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
        [new(Mounted, "receivers", receivers), new(Detached, "receivers", receivers)];

    internal override int CyclesPerBlock => 10;

    internal override void Prepare()
    {
        OverlayDirectories.Make([_source.Text, _base, _base + "/0"]);
        Directories.Mount("tmpfs", _base + "/0", "size=64k");
        Directories.MakeShared(_base + "/0");
        Directories.Make(_base + "/0/t");
        for (var i = 1; i <= receivers; i++)
        {
            var peer = _base + "/" + i.ToString(CultureInfo.InvariantCulture);
            Directories.Make(peer);
            Directories.Bind(_base + "/0", peer);
        }
    }

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Mount(_source.Pointer, _target.Pointer, null, MountFlags.Bind, null);
        recorder.Stop(0);
        Check(result, "mount(bind)", _target);
        recorder.Start();
        result = Libc.Unmount(_target.Pointer, MountFlags.Detach);
        recorder.Stop(1);
        Check(result, "umount(detach)", _target);
    }
}
