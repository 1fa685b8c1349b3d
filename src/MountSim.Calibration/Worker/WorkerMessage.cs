using MountSim.Calibration.Curves;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Holds;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Scheduling;

namespace MountSim.Calibration.Worker;

/// <summary>One line from the measuring process.</summary>
internal sealed record WorkerMessage
{
    /// <summary>What it is about.</summary>
    public required WorkerMessageKind Kind { get; init; }

    /// <summary>The cost defined, at <see cref="Index"/>.</summary>
    public CostDefinition? Cost { get; init; }

    /// <summary>The cost's number.</summary>
    public int Index { get; init; }

    /// <summary>A block of samples, ns, in the order taken.</summary>
    public double[]? Samples { get; init; }

    /// <summary>Holds of locks in a block of the cost at <see cref="Index"/>.</summary>
    public HoldBlock? Holds { get; init; }

    /// <summary>A run of some workers.</summary>
    public CurveRound? Curve { get; init; }

    /// <summary>What sleeping and waking cost.</summary>
    public SchedulingRound? Scheduling { get; init; }

    /// <summary>What looking on cost and which functions it could not see.</summary>
    public ProbeReport? Report { get; init; }

    /// <summary>What disturbed the measurement.</summary>
    public Disturbance? Disturbance { get; init; }

    /// <summary>Rounds made.</summary>
    public int Round { get; init; }

    /// <summary>The widest relative error so far.</summary>
    public double RelativeError { get; init; }

    /// <summary>The probe that was skipped, or the error's text.</summary>
    public string? Text { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }
}
