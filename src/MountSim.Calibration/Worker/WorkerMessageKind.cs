namespace MountSim.Calibration.Worker;

/// <summary>Kinds of lines from the measuring process.</summary>
internal enum WorkerMessageKind
{
    /// <summary>A cost is given a number.</summary>
    Cost,

    /// <summary>A block of samples.</summary>
    Samples,

    /// <summary>A probe cannot be run here.</summary>
    Skipped,

    /// <summary>A round is complete.</summary>
    Round,

    /// <summary>All is measured; the last line. Index holds the CPU used.</summary>
    Done,

    /// <summary>A part of the measurement begins; Text names it.</summary>
    Phase,

    /// <summary>Holds of locks.</summary>
    Holds,

    /// <summary>A run of some workers.</summary>
    Curve,

    /// <summary>A round of the scheduling survey.</summary>
    Scheduling,

    /// <summary>Which probe was used and what it cost.</summary>
    Report,

    /// <summary>What disturbed the measurement.</summary>
    Disturbance,

    /// <summary>Nothing could be measured; the last line.</summary>
    Failed,
}
