using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>
/// A bind mount of a directory and its umount, with a number of other CPUs kept busy: the umount waits for an expedited grace period, which
/// interrupts every busy CPU.
/// </summary>
internal sealed unsafe class BindProbe(int busyCpus, IReadOnlyList<int> otherCpus) : MountCycleProbe
{
    internal const string Mounted = "mount.bind";
    internal const string Plain = "umount.plain.bind";
    internal const string Detached = "umount.detach.bind";
    private readonly NativeText _source = new("bind-source" + busyCpus.ToString(CultureInfo.InvariantCulture));
    private readonly NativeText _target = new("bind-target" + busyCpus.ToString(CultureInfo.InvariantCulture));
    private BusyCpus? _busy;

    internal override IReadOnlyList<CostDefinition> Costs { get; } =
    [
        new(Mounted, "busy_cpus", busyCpus), new(Plain, "busy_cpus", busyCpus), new(Detached, "busy_cpus", busyCpus),
    ];

    internal override void Prepare() => OverlayDirectories.Make([_source.Text, _target.Text]);

    internal override void Enter() => _busy = new BusyCpus(otherCpus.Take(busyCpus));

    internal override void Leave() => _busy?.Stop();

    private protected override NativeText Target => _target;

    private protected override void Mount(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Mount(_source.Pointer, _target.Pointer, null, MountFlags.Bind, null);
        recorder.Stop(0);
        Check(result, "mount(bind)", _target);
    }
}
