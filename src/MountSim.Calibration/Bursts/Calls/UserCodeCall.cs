using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>The runtime's own code between the mounts: CPU time spun, with path walks at the workload's rate.</summary>
internal sealed unsafe class UserCodeCall : BurstCall
{
    // Between two readings of the thread's clock, a system call of some 200 ns.
    private const double SpinNs = 10_000;
    private const double NsPerMs = 1e6;

    internal required long UserNs { get; init; }

    internal required double WalksPerMs { get; init; }

    internal required NativeText Path { get; init; }

    internal override void Do(Container container)
    {
        var begin = ThreadClock.CpuNanoseconds();
        var walkAt = NextWalk(container, 0);
        long done;
        while ((done = ThreadClock.CpuNanoseconds() - begin) < UserNs)
        {
            if (done >= walkAt)
            {
                _ = Libc.Access(Path.Pointer, 0);
                walkAt = NextWalk(container, walkAt);
            }

            container.Spinner.Spin(Math.Min(SpinNs, Math.Min(UserNs, walkAt) - done));
        }

        container.UserNs += done;
    }

    private double NextWalk(Container container, double from) =>
        WalksPerMs <= 0 ? double.MaxValue : from - Math.Log(1 - container.Random.NextDouble()) * NsPerMs / WalksPerMs;
}
