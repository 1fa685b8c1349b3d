namespace MountSim.Model.Kernels;

/// <summary>How many instances of a lock a machine has.</summary>
public enum LockScope
{
    /// <summary>One for the whole kernel.</summary>
    Global,

    /// <summary>One a mount namespace; the host's is what containers meet on.</summary>
    Namespace,

    /// <summary>One an object that a container does not share (its own superblock, its own mountpoint directory): never contended.</summary>
    Object,
}
