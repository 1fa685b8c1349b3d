using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>mount(MS_REC | MS_SLAVE) on the root of a private table: the walk over all its mounts that every container's start makes.</summary>
internal sealed unsafe class PropagationProbe(Room room) : Probe
{
    private readonly NativeText _root = new("/");

    internal override IReadOnlyList<CostDefinition> Costs { get; } = [new("propagation.rslave", "mounts", room.Mounts)];

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        var result = Libc.Mount(null, _root.Pointer, null, MountFlags.Recursive | MountFlags.Slave, null);
        recorder.Stop(0);
        Check(result, "mount(rslave)", _root);
    }
}
