namespace MountSim.Hardening.Crashing;

/// <summary>What a crash left of the outputs.</summary>
internal enum CrashOutcome
{
    /// <summary>No file.</summary>
    None,

    /// <summary>The old bytes.</summary>
    Old,

    /// <summary>Complete new bytes.</summary>
    New,

    /// <summary>Some files old, some new, each whole.</summary>
    Mixed,
}
