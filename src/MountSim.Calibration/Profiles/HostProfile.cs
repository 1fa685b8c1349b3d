using MountSim.Calibration.Hosts;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Profiles;

/// <summary>Costs measured on a host, with their spread and how each was measured.</summary>
public sealed record HostProfile
{
    /// <summary>The version of the format that this program reads and writes.</summary>
    public const int CurrentSchema = 1;

    private const int StampsACall = 2;

    /// <summary>Version of the format.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The profile's name, which predictions print.</summary>
    public required string Name { get; init; }

    /// <summary>Where.</summary>
    public required HostDescription Host { get; init; }

    /// <summary>How.</summary>
    public required CalibrationMethod Method { get; init; }

    /// <summary>What the ratios are relative to.</summary>
    public required MachineBaseline Baseline { get; init; }

    /// <summary>Nanoseconds an instruction, one entry a class of work.</summary>
    public required IReadOnlyList<ClassCost> Classes { get; init; }

    /// <summary>The expedited grace period.</summary>
    public required GraceCost Grace { get; init; }

    /// <summary>Switches between tasks; null in profiles taken before that was measured.</summary>
    public SchedulingCost? Scheduling { get; init; }

    /// <summary>Coefficient of variation of one operation's time: the scaled MAD over the median, the middle one of all mount operations.</summary>
    public required double SpreadCv { get; init; }

    /// <summary>What could not be measured and was guessed.</summary>
    public required ProfileGuesses Guesses { get; init; }

    /// <summary>Costs as straight lines over their parameter.</summary>
    public required IReadOnlyList<MeasuredLaw> Laws { get; init; }

    /// <summary>How well the classes, put together again, predict whole operations of this host.</summary>
    public required IReadOnlyList<ModelCheck> Checks { get; init; }

    /// <summary>All measured costs.</summary>
    public required IReadOnlyList<MeasuredCost> Costs { get; init; }

    // The reader sets what a file lacks to null.

    /// <summary>How long operations hold the kernel's locks; empty in profiles taken before that was measured.</summary>
    public IReadOnlyList<MeasuredHold> Holds { get; init => field = value ?? []; } = [];

    /// <summary>Throughput and latency of 1, 2, 4 and more workers; empty in profiles taken before that was measured.</summary>
    public IReadOnlyList<ContentionCurve> Curves { get; init => field = value ?? []; } = [];

    /// <summary>What disturbed the measurement; null in profiles taken before that was watched.</summary>
    public Interference? Interference { get; init; }

    /// <summary>What could not be measured.</summary>
    public required IReadOnlyList<SkippedProbe> Skipped { get; init; }

    /// <summary>The cost of that name and parameter value, or null.</summary>
    public MeasuredCost? Find(string name, double value = 0) => Costs.FirstOrDefault(c => c.Name == name && c.Value.Equals(value));

    /// <summary>The law of that name, or null.</summary>
    public MeasuredLaw? FindLaw(string name) => Laws.FirstOrDefault(l => l.Name == name);

    /// <summary>What the simulator takes from the profile.</summary>
    public CostModel ToCostModel() => new(
        Name,
        Classes.ToDictionary(c => c.Class, c => c.NsPerInstruction.Scale(1 / Baseline.NsPerInstruction)),
        SpreadCv,
        Guesses.DirtyShare,
        Guesses.ParallelLoads,
        Grace.BaseMicroseconds,
        Grace.PerBusyCpuMicroseconds)
    {
        GraceIdleMicroseconds = Grace.IdleMicroseconds,
        GraceThreadMicroseconds = Grace.ThreadMicroseconds,
        GraceThreadPerCallerMicroseconds = Grace.ThreadPerCallerMicroseconds,
        GraceBackToBackMicroseconds = Grace.BackToBackMicroseconds,
        SwitchMicroseconds = Scheduling?.SwitchMicroseconds,
        SpeedOfAllCpus = Scheduling?.SpeedOfAll,
        FreeMountMicroseconds = Scheduling?.FreeMountMicroseconds,
        FreeSuperblockMicroseconds = Scheduling?.FreeSuperblockMicroseconds,
        CallNs = Method.SyscallNs + (StampsACall * Method.TimerNs),
        SliceMicroseconds = Scheduling?.SliceMicroseconds,
        HoldersKeepTheirCpu = Host.Preemption == KernelPreemption.None,
    };

    /// <summary>The ratio of a class to the baseline; 1 with a wide interval is a guess.</summary>
    public Interval Ratio(WorkClass workClass) => ToCostModel().ClassRatio[workClass];
}
