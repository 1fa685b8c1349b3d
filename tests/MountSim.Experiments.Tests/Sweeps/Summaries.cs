namespace MountSim.Experiments.Tests.Sweeps;

/// <summary>Made-up rows, told apart by their containers.</summary>
internal static class Summaries
{
    public static PredictionSummary Of(int containers) => new()
    {
        Scenario = "made up", Machine = "m", Sockets = 1, Cores = 4, Smt = 1, Kernel = "k", Runtime = "r", Containers = containers, Concurrency = containers, Layers = 1,
        Volumes = 0, HostMounts = 1, Profile = "p", Replications = 1, Seed = 1, StartP50Ms = containers, StartP95Ms = containers, StartP99Ms = containers, StartMaxMs = containers,
        StartP99CiLowMs = containers, StartP99CiHighMs = containers, MakespanMs = containers, MakespanCiLowMs = containers, MakespanCiHighMs = containers, ContainersPerS = 1,
        SysCpuMs = 0, SpinCpuMs = 0, Bottleneck = "CPU", BottleneckUtilization = 0.5, BottleneckWaitMs = 0, MountOperations = 1,
    };
}
