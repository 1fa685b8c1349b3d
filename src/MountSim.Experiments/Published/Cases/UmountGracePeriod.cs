using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Published.Cases;

/// <summary>M6: what the expedited grace period was worth.</summary>
internal static class UmountGracePeriod
{
    private const int Mounts = 5_001;
    private const double PsPerSecond = 1e12;

    private static readonly Dictionary<Variable, double> State = new() { [Variable.Mounts] = Mounts, [Variable.Tree] = 1, [Variable.Components] = 3, [Variable.Tasks] = 100 };

    public static PublishedCase Case { get; } = new(
        "M6",
        "5,001 tmpfs, one after the other: 100 s to unmount with synchronize_rcu(), 0.6 s with the expedited grace period (kernel commit 22cb7405fada; 4 CPUs of a guest, 2017)",
        "The ratio within a factor of three, as the guest, its kernel's configuration and its host are not known. Not independent on one side: the model's normal grace period of 20 ms is this commit's 100 s; the ratio and the 0.6 s test the expedited one and the rest of umount",
        run =>
        [
            ValidationRow.InBand("unmount on 4.19 over 5.4", "", run.OfSeeds(seed => Umount("linux-4.19", seed) / Umount("linux-5.4", seed)), Band.Factor(100 / 0.6, 3)),
            ValidationRow.InBand("5,001 umounts with the expedited one", "s", run.OfSeeds(seed => Umount("linux-5.4", seed)), Band.Factor(0.6, 3)),
        ]);

    private static double Umount(string kernel, long seed)
    {
        var scenario = ScenarioBuilder.Build(new PredictRequest { Cores = 4, Sockets = 1, Kernel = kernel, Runtime = "runc-1.1" }).Scenario;
        return Mounts * new OperationBench(scenario, seed).Run(State, "umount.detach.tmpfs") / PsPerSecond;
    }
}
