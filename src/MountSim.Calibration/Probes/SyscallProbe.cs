using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>An empty system call, getppid(2): the way into the kernel and back, the runtime's part of the call included.</summary>
internal sealed class SyscallProbe : Probe
{
    internal const string Cost = "syscall.getppid";
    private const int Calls = 200;

    internal override bool MeetsLocks => false;

    internal override IReadOnlyList<CostDefinition> Costs { get; } = [new(Cost, Batch: Calls, Crossings: 0)];

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        for (var i = 0; i < Calls; i++)
            Libc.ParentId();
        recorder.Stop(0);
    }
}
