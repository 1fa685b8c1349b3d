using System.Globalization;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Watching;

/// <summary>
/// The operations that claims are about, relative to the current directory: mounts by both APIs, the fd API's set-up and attach apart, what copies or reads a
/// whole mount table, and nothing at all.
/// </summary>
internal sealed unsafe class HoldActions
{
    private const string Tree = "tree";
    private static readonly NativeText Empty = new("");
    private readonly NativeText _target = new("target");
    private readonly NativeText _source = new("source");
    private readonly NativeText _tree = new(Tree);
    private readonly TableQuery _query = new();
    private readonly Bursts.TableReader _table;
    private int _context = -1;
    private int _mount = -1;

    /// <summary>Makes the directories, and the tree of mounts in the calling thread's namespace.</summary>
    internal HoldActions(int procDirectory)
    {
        _table = new Bursts.TableReader(procDirectory);
        OverlayDirectories.Make([_target.Text, _source.Text, Tree, .. OverlayDirectories.Names("few", HoldProbe.FewLayers), .. OverlayDirectories.Names("many", HoldProbe.ManyLayers)]);
        for (var i = 0; i < HoldProbe.TreeMounts; i++)
        {
            var point = $"{Tree}/{i.ToString(CultureInfo.InvariantCulture)}";
            Directories.Make(point);
            Directories.Mount("tmpfs", point, "size=64k");
        }
    }

    /// <summary>All of them.</summary>
    internal IReadOnlyList<HoldAction> All =>
    [
        new("nothing", null, () => { }, () => { }),
        new("mount.bind", null, () => Mount(_source, null, MountFlags.Bind, null), Detach),
        new("mount.tmpfs", null, () => Mount(new NativeText("tmpfs"), "tmpfs", 0, null), Detach),
        Overlay("few", HoldProbe.FewLayers),
        Overlay("many", HoldProbe.ManyLayers),
        Create("few", HoldProbe.FewLayers),
        Create("many", HoldProbe.ManyLayers),
        AttachTmpfs(),
        WholeSequence("many", HoldProbe.ManyLayers),
        new("mount.rbind.tree", null, () => Mount(_tree, null, MountFlags.Bind | MountFlags.Recursive, null), Detach),
        new("mountinfo.read", null, () => _table.ReadAll(), () => { }),
        new("listmount+statmount", null, () => _query.ReadAll(), () => { }),
    ];

    private HoldAction Overlay(string prefix, int layers)
    {
        var options = new NativeText(OverlayDirectories.Options(OverlayDirectories.Names(prefix, layers), false));
        var type = new NativeText("overlay");
        return new HoldAction("mount.overlay." + prefix, null, () => Mount(type, "overlay", 0, options), Detach);
    }

    // fsopen, fsconfig and CREATE: the set-up, before anything is attached.
    private HoldAction Create(string prefix, int layers)
    {
        var options = Options(prefix, layers);
        return new HoldAction("fd.setup.overlay." + prefix, null, () => SetUp("overlay", options), Close);
    }

    // What the fd API leaves to be done under the lock, of a file system whose set-up takes none.
    private HoldAction AttachTmpfs() => new("fd.attach.tmpfs", () => SetUp("tmpfs", []), () => Attach(), DetachAndClose);

    private HoldAction WholeSequence(string prefix, int layers)
    {
        var options = Options(prefix, layers);
        return new HoldAction(
            "fd.all.overlay." + prefix,
            null,
            () =>
            {
                SetUp("overlay", options);
                Attach();
            },
            DetachAndClose);
    }

    private void Attach() => Check(MountApi.MoveMount(_mount, Empty, _target), "move_mount");

    private void DetachAndClose()
    {
        Detach();
        Close();
    }

    private static (NativeText Key, NativeText Value)[] Options(string prefix, int layers)
    {
        var names = OverlayDirectories.Names(prefix, layers);
        return [(new("lowerdir"), new(OverlayDirectories.Lowers(names))), (new("upperdir"), new(names[1])), (new("workdir"), new(names[2]))];
    }

    private void SetUp(string type, (NativeText Key, NativeText Value)[] options)
    {
        _context = Check(MountApi.FsOpen(new NativeText(type)), "fsopen");
        foreach (var (key, value) in options)
            Check(MountApi.SetString(_context, key, value), "fsconfig");
        Check(MountApi.Create(_context), "fsconfig(create)");
        _mount = Check(MountApi.FsMount(_context), "fsmount");
    }

    private void Close()
    {
        Check(Libc.Close(_mount), "close");
        Check(Libc.Close(_context), "close");
    }

    private void Mount(NativeText source, string? type, nuint flags, NativeText? data)
    {
        var name = type is null ? null : new NativeText(type);
        Check(Libc.Mount(source.Pointer, _target.Pointer, name is null ? null : name.Pointer, flags, data is null ? null : data.Pointer), "mount");
    }

    private void Detach() => Check(Libc.Unmount(_target.Pointer, MountFlags.Detach), "umount(detach)");

    private int Check(nint result, string call) => (int)SyscallException.Check(result, call, _target.Text);
}
