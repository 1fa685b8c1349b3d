namespace MountSim.Model.Kernels;

/// <summary>Who touched the per-CPU lines of a mount since this CPU last did; decides how many of them must be fetched.</summary>
public enum CpuLineSharing
{
    /// <summary>A mount just made by this CPU that nobody else has walked over: its lines are still here.</summary>
    Own,

    /// <summary>A mount whose lines the CPUs that zeroed it or walked over it still own.</summary>
    Shared,
}
