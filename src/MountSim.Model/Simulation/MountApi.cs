namespace MountSim.Model.Simulation;

/// <summary>Which system calls a runtime mounts by.</summary>
public enum MountApi
{
    /// <summary>Those that its source has.</summary>
    AsRuntime,

    /// <summary>The fd API wherever it can do what mount(2) does: fsopen to move_mount, open_tree, mount_setattr.</summary>
    Fd,

    /// <summary>mount(2) wherever it can do what the fd API does.</summary>
    Mount2,
}
