namespace MountSim.Model.Runtimes;

/// <summary>What a workload tells a runtime about one container.</summary>
/// <param name="Layers">Overlay lower layers of the image.</param>
/// <param name="Volumes">User volumes.</param>
/// <param name="Components">Components of a path on the host.</param>
/// <param name="PossibleCpus">Possible CPUs of the machine.</param>
/// <param name="HostMounts">Mounts in the host's namespace at the beginning.</param>
public sealed record RuntimeInputs(int Layers = 20, int Volumes = 1, int Components = 12, int PossibleCpus = 1, int HostMounts = 60);
