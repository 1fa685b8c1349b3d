using System.Globalization;
using MountSim.Calibration.Fitting;
using MountSim.Model.Machines;
using MountSim.Model.Workloads;

namespace MountSim.Experiments.Bursts;

/// <summary>Requests about the machine that the tool runs on.</summary>
public static class HostScenario
{
    /// <summary>The kernel release that runs, as uname prints it; empty where /proc does not say.</summary>
    public static string KernelRelease { get; } = File.Exists(ReleaseFile) ? File.ReadAllText(ReleaseFile).Trim() : "";

    private const string LoadFile = "/proc/loadavg";
    private const string ReleaseFile = "/proc/sys/kernel/osrelease";

    // "0.12 0.37 0.22 1/92 6344": running and all tasks.
    private static int Tasks() => File.Exists(LoadFile) && int.TryParse(File.ReadAllText(LoadFile).Split(' ', '/')[4], CultureInfo.InvariantCulture, out var all) ? all : new Workload().Tasks;

    /// <summary>The request with this machine, the kernel model nearest to the kernel that runs, and threads that do one start after the other.</summary>
    public static PredictRequest On(PredictRequest request) =>
        request with { Machine = MachineCatalog.Host, Cores = null, Sockets = null, Kernel = NearestKernel.Of(KernelRelease), Workload = request.Workload with { OneThreadASlot = true, Tasks = Tasks() } };
}
