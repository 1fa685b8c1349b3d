using MountSim.Experiments;

namespace MountSim.Reporting.Tests;

/// <summary>A made-up report with every part filled; its numbers mean nothing beyond these tests.</summary>
public static class SampleReport
{
    public static PredictionReport Create() => new(
        Summary,
        [
            Lock("namespace_sem", "write", 20_200, 19_800, 412_345.678, 20_413.15, 61_000, 900.5, 44.6, 0.947, 0),
            Lock("mount_lock", "walk", 1_500_000, 12_000, 1_200.25, 0.8, 31.5, 0, 0, 0, 345.5),
            Lock("pcpu_alloc_mutex", "exclusive", 4_000, 1_000, 35.75, 8.9375, 120, 22, 5.5, 0.023, 0),
            Lock("mount_lock", "write", 81_000, 0, 0, 0, 0, 12.125, 0.1497, 0.0127, 0),
        ],
        [.. Enumerable.Range(1, 1000).Select(rank => 60 + (840 * Math.Pow(rank / 1000.0, 1.5)))],
        [
            new Setting("containers", "500", "option"),
            new Setting("machine", "epyc-9654-2s", "default"),
            new Setting("wake-up across sockets", "20 us", "guess: nothing measured [lab]"),
        ],
        ["The profile was measured on another CPU; its nanoseconds an instruction are carried by the ratio 0.35 / 0.45."],
        [("waiting for namespace_sem", 320.5), ("the runtime's own CPU", 30), ("kernel work", 12.25), ("other locks", 2.25)],
        [new SensitivityRow("dirty share", 0.1, 0.5, 1, 640.25, 912, 2_140.5), new SensitivityRow("parallel loads", 2, 4, 8, 1_310, 912, 720.75)],
        "namespace_sem binds: it is held for writing 94.7 % of the burst, and a start waits 320 ms for it.",
        12_345_678)
    {
        Utilization = [Busy("CPU", 0.55), Busy("namespace_sem", 0.97)],
    };

    // Rises at once, falls at the end.
    private static UtilizationSeries Busy(string name, double share)
    {
        var mean = Enumerable.Range(0, 60).Select(at => share * Math.Min(1, Math.Min(at + 1, 60 - at) / 6.0)).ToList();
        return new UtilizationSeries(name, 15, mean, [.. mean.Select(one => one * 0.95)], [.. mean.Select(one => Math.Min(1, one * 1.05))]);
    }

    private static PredictionSummary Summary { get; } = new()
    {
        Scenario = "burst", Machine = "epyc-9654-2s", Sockets = 2, Cores = 192, Smt = 2, Kernel = "linux-6.12", Runtime = "containerd-runc",
        Containers = 500, Concurrency = 500, Layers = 20, Volumes = 1, HostMounts = 60, Profile = "default", Replications = 10, Seed = 1,
        StartP50Ms = 357.125, StartP95Ms = 838, StartP99Ms = 887.5, StartMaxMs = 900, StartP99CiLowMs = 870.123456789, StartP99CiHighMs = 904.9,
        MakespanMs = 951.5, MakespanCiLowMs = 930, MakespanCiHighMs = 973, ContainersPerS = 525.48607, SysCpuMs = 23_456.75, SpinCpuMs = 8_765.5,
        Bottleneck = "namespace_sem", BottleneckUtilization = 0.947, BottleneckWaitMs = 160_250, MountOperations = 20_200,
    };

    private static LockSummary Lock(
        string name, string mode, double taken, double contended, double waitMs, double meanUs, double p99Us, double holdMs, double holdUs, double held, double retries) => new()
    {
        Scenario = "burst", Lock = name, Mode = mode, Acquisitions = taken, Contended = contended, WaitTotalMs = waitMs, WaitMeanUs = meanUs,
        WaitP99Us = p99Us, HoldTotalMs = holdMs, HoldMeanUs = holdUs, Utilization = held, Retries = retries,
        TransfersSameL3 = taken * 0.25, TransfersSameSocket = taken * 0.5, TransfersCrossSocket = taken * 0.125, TracedContended = taken * 0.5, TracedWaitMs = taken * 0.001,
        WaitHistogram = contended > 0 ? [0, 0.05, 0.1, 0.2, 0.4, 0.15, 0.1, 0, 0] : [],
    };
}
