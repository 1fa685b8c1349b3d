using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>umount2(2), plain or MNT_DETACH.</summary>
internal sealed unsafe class UnmountCall : BurstCall
{
    internal required NativeText Target { get; init; }

    internal required int Flags { get; init; }

    internal override void Do(Container container) => Check(Libc.Unmount(Target.Pointer, Flags), Target);
}
