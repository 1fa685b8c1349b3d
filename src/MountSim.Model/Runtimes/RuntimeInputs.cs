using MountSim.Model.Machines;
using MountSim.Model.Workloads;

namespace MountSim.Model.Runtimes;

/// <summary>What a workload tells a runtime about one container.</summary>
/// <param name="Layers">Overlay lower layers of the image.</param>
/// <param name="Volumes">User volumes.</param>
/// <param name="Components">Components of a path on the host.</param>
/// <param name="PossibleCpus">Possible CPUs of the machine.</param>
/// <param name="HostMounts">Mounts in the host's namespace at the beginning.</param>
/// <param name="ThrottleDirectories">Directories <c>cpuN/thermal_throttle</c> in the machine's sysfs: one a CPU online on an Intel machine (thermal_throttle_online, drivers/thermal/intel/therm_throt.c v6.12).</param>
public sealed record RuntimeInputs(
    int Layers = 20, int Volumes = 1, int Components = 12, int PossibleCpus = 1, int HostMounts = 60, int ThrottleDirectories = 0)
{
    /// <summary>The workload's side on a machine; machines are taken as bare metal, since guests have no such directories.</summary>
    public static RuntimeInputs Of(Workload workload, Machine machine) => new(
        workload.Layers, workload.Volumes, workload.PathComponents, machine.PossibleCpus, workload.HostMounts,
        machine.Vendor == "Intel" ? machine.OnlineCpus : 0);
}
