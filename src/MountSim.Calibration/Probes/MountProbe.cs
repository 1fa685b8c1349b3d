using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>mount(2) of a new file system, then its umount: plain and detached in turn.</summary>
internal sealed unsafe class MountProbe : MountCycleProbe
{
    private readonly NativeText _type;
    private readonly string _call;
    private readonly NativeText _data;
    private readonly NativeText _target;
    private readonly IReadOnlyList<string> _directories;

    private MountProbe(string type, string label, string data, int layers, IReadOnlyList<string> directories)
    {
        _type = new NativeText(type);
        _call = "mount(" + type + ")";
        _data = new NativeText(data);
        _target = new NativeText(directories[0]);
        _directories = directories;
        string? parameter = layers > 0 ? "layers" : null;
        Costs =
        [
            new("mount." + label, parameter, layers), new("umount.plain." + label, parameter, layers),
            new("umount.detach." + label, parameter, layers),
        ];
    }

    internal override IReadOnlyList<CostDefinition> Costs { get; }

    internal override int CyclesPerBlock => 15;

    /// <summary>tmpfs or proc.</summary>
    internal static MountProbe Simple(string type) => new(type, type, "", 0, ["mount-" + type]);

    /// <summary>overlay of that many lower layers, one upper.</summary>
    internal static MountProbe Overlay(int layers, bool userNamespace)
    {
        var directories = OverlayDirectories.Names("mount-overlay", layers);
        return new("overlay", "overlay", OverlayDirectories.Options(directories, userNamespace), layers, directories);
    }

    internal override void Prepare() => OverlayDirectories.Make(_directories);

    private protected override NativeText Target => _target;

    private protected override void Mount(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Mount(_type.Pointer, _target.Pointer, _type.Pointer, 0, _data.Pointer);
        recorder.Stop(0);
        Check(result, _call, _target);
    }
}
