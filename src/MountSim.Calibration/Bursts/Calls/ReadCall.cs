using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>What only looks: the whole of mountinfo, or a path.</summary>
internal sealed unsafe class ReadCall : BurstCall
{
    /// <summary>The path to look up; null to read mountinfo.</summary>
    internal NativeText? Path { get; init; }

    internal override void Do(Container container)
    {
        if (Path is { } path)
            Check(Libc.Access(path.Pointer, 0), path);
        else
            container.Table.ReadAll();
    }
}
