using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>Mounts and unmounts one target, plain and detached in turn. Its costs are, in this order: the mount, the plain umount, the detach.</summary>
internal abstract unsafe class MountCycleProbe : Probe
{
    /// <summary>Where it mounts.</summary>
    private protected abstract NativeText Target { get; }

    internal sealed override void Cycle(Recorder recorder)
    {
        Mount(recorder);
        Unmount(recorder, 1, 0, "umount");
        Mount(recorder);
        Unmount(recorder, 2, MountFlags.Detach, "umount(detach)");
    }

    /// <summary>Mounts on <see cref="Target"/> and records it as cost 0.</summary>
    private protected abstract void Mount(Recorder recorder);

    private void Unmount(Recorder recorder, int cost, int flags, string call)
    {
        recorder.Start();
        var result = Libc.Unmount(Target.Pointer, flags);
        recorder.Stop(cost);
        Check(result, call, Target);
    }
}
