using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>A new file system through the fd API, each call timed apart: fsopen, fsconfig, CREATE, fsmount, move_mount, close.</summary>
internal sealed unsafe class NewMountProbe : Probe
{
    // In a user namespace an overlay may not use trusted attributes; the flag is set outside of the timed calls.
    private readonly bool _userNamespace;
    private readonly NativeText _userAttributes = new("userxattr");
    private readonly NativeText _empty = new("");
    private readonly NativeText _type;
    private readonly (NativeText Key, NativeText Value)[] _options;
    private readonly IReadOnlyList<string> _directories;
    private readonly NativeText _target;

    private NewMountProbe(string type, int layers, IReadOnlyList<string> directories, IEnumerable<(string Key, string Value)> options, bool userNamespace)
    {
        _type = new NativeText(type);
        _directories = directories;
        _target = new NativeText(directories[0]);
        _userNamespace = userNamespace;
        _options = [.. options.Select(o => (new NativeText(o.Key), new NativeText(o.Value)))];
        string? parameter = layers > 0 ? "layers" : null;
        Costs =
        [
            .. new[] { "fsopen.", "fsconfig.string.", "fsconfig.create.", "fsmount.", "move_mount.", "close.fsmount.", "close.fsopen." }
                .Select(stage => new CostDefinition(stage + type, parameter, layers)),
        ];
    }

    internal override IReadOnlyList<CostDefinition> Costs { get; }

    internal static NewMountProbe Tmpfs() => new("tmpfs", 0, ["fd-tmpfs"], [("size", "1m")], false);

    internal static NewMountProbe Overlay(int layers, bool userNamespace)
    {
        var directories = OverlayDirectories.Names("fd-overlay", layers);
        List<(string, string)> options =
            [("lowerdir", OverlayDirectories.Lowers(directories)), ("upperdir", directories[1]), ("workdir", directories[2])];
        return new("overlay", layers, directories, options, userNamespace);
    }

    internal override void Prepare()
    {
        OverlayDirectories.Make(_directories);
        if (!SyscallNumbers.Known)
            throw new SyscallException("fsopen", _type.Text, (int)Errno.NoSystemCall);
    }

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var context = MountApi.FsOpen(_type);
        recorder.Stop(0);
        Check(context, "fsopen", _type);
        if (_userNamespace)
            Check(MountApi.SetFlag(context, _userAttributes), "fsconfig", _userAttributes);
        for (var i = 0; i < _options.Length; i++)
        {
            recorder.Start();
            var set = MountApi.SetString(context, _options[i].Key, _options[i].Value);
            recorder.Stop(1);
            Check(set, "fsconfig", _options[i].Key);
        }

        recorder.Start();
        var result = MountApi.Create(context);
        recorder.Stop(2);
        Check(result, "fsconfig(create)", _type);
        recorder.Start();
        var mount = MountApi.FsMount(context);
        recorder.Stop(3);
        Check(mount, "fsmount", _type);
        recorder.Start();
        result = MountApi.MoveMount(mount, _empty, _target);
        recorder.Stop(4);
        Check(result, "move_mount", _target);
        recorder.Start();
        result = Libc.Close(mount);
        recorder.Stop(5);
        Check(result, "close", _target);
        recorder.Start();
        result = Libc.Close(context);
        recorder.Stop(6);
        Check(result, "close", _type);
        Check(Libc.Unmount(_target.Pointer, MountFlags.Detach), "umount(detach)", _target);
    }
}
