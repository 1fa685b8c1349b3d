using MountSim.Calibration.Fitting;
using MountSim.Model.Machines;

namespace MountSim.Experiments.Bursts;

/// <summary>Requests about the machine that the tool runs on.</summary>
public static class HostScenario
{
    /// <summary>The kernel release that runs, as uname prints it; empty where /proc does not say.</summary>
    public static string KernelRelease { get; } = File.Exists(ReleaseFile) ? File.ReadAllText(ReleaseFile).Trim() : "";

    private const string ReleaseFile = "/proc/sys/kernel/osrelease";

    /// <summary>The request with this machine, and the kernel model nearest to the kernel that runs.</summary>
    public static PredictRequest On(PredictRequest request) =>
        request with { Machine = MachineCatalog.Host, Cores = null, Sockets = null, Kernel = NearestKernel.Of(KernelRelease) };
}
