namespace MountSim.Model.Tests.Simulation;

/// <summary>Runtimes with a namespace that lives as long as the container and receives the host's propagation.</summary>
internal static class Sandboxes
{
    /// <summary>Kata's shim is a slave of the host, and in a user namespace Podman's conmon a peer; the others have let go when they have started.</summary>
    public static bool Receive(string runtime) => runtime is "kata-virtiofs" or "kata-block" or "podman-crun-userns";
}
