using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>A call about a file system context: fsopen, fsconfig, FSCONFIG_CMD_CREATE, fsmount, or its close.</summary>
internal sealed class ContextCall : BurstCall
{
    internal required ContextStage Stage { get; init; }

    /// <summary>The file system's type for fsopen, the key for fsconfig.</summary>
    internal required NativeText Name { get; init; }

    internal NativeText? Value { get; init; }

    internal override void Do(Container container)
    {
        switch (Stage)
        {
            case ContextStage.Open:
                container.Contexts.Push(Check(MountApi.FsOpen(Name), Name));
                break;
            case ContextStage.Set:
                Check(MountApi.SetString(container.Contexts.Last, Name, Value!), Name);
                break;
            case ContextStage.Create:
                Check(MountApi.Create(container.Contexts.Last), Name);
                break;
            case ContextStage.Mount:
                container.Detached.Push(Check(MountApi.FsMount(container.Contexts.Last), Name));
                break;
            default:
                Check(Libc.Close(container.Contexts.TakeLast()), Name);
                break;
        }
    }
}
