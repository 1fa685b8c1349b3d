using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Reporting.Tests;

/// <summary>A made-up profile with every part filled; its numbers mean nothing beyond these tests.</summary>
public static class SampleProfile
{
    public static HostProfile Create() => new()
    {
        Name = "sample",
        Host = new HostDescription
        {
            Kernel = "6.12.1", Architecture = "X64", CpuVendor = "AuthenticAMD", CpuFamily = 26, CpuModel = 2, CpuName = "AMD EPYC", MachineFamily = "zen5",
            Virtualised = true, PossibleCpus = 4, OnlineCpus = 2, UsableCpus = 2, Cores = 1, Sockets = 1, CacheGroups = 1, ClockSource = "tsc", LoadAverage = 0.25,
        },
        Method = new CalibrationMethod
        {
            Privilege = "root", Cpu = 1, Seed = 1, Rounds = 40, TargetRelativeError = 0.02, WorstRelativeError = 0.031, Seconds = 12.5, TimerNs = 20, SyscallNs = 75,
            KernelModel = "linux-6.12",
        },
        Baseline = new MachineBaseline("zen5", 0.3),
        Classes = [.. Enum.GetValues<WorkClass>().Select(work => new ClassCost(work, new Interval(0.45, 0.4, 0.5), work != WorkClass.Setup, []))],
        Grace = new GraceCost(new Interval(15, 12, 20), new Interval(0.4, 0.1, 2), true, false, 2),
        SpreadCv = 0.05,
        Guesses = new ProfileGuesses(new Interval(0.5, 0.1, 1), new Interval(4, 2, 8)),
        Laws = [new MeasuredLaw("namespace.copy", "mounts", new Interval(9_000, 8_000, 10_000), new Interval(450, 440, 460), 0.03)],
        Costs =
        [
            new MeasuredCost { Name = "mount.bind", Median = 3_456.75, Low = 3_400, High = 3_500, P5 = 3_200, P95 = 4_100, Mad = 120, Max = 51_000, Samples = 1_200, Outliers = 3, WarmUp = 40 },
            new MeasuredCost { Name = "namespace.copy", Parameter = "mounts", Value = 400, Median = 189_000, Low = 188_000, High = 190_000, P5 = 180_000, P95 = 210_000, Mad = 900, Max = 400_000, Samples = 300, Outliers = 0, WarmUp = 40 },
        ],
        Checks = [new ModelCheck("mount.bind", 3_456.75, 3_120)],
        Skipped = [new SkippedProbe("mount.overlay", "no privilege; run as root")],
    };
}
