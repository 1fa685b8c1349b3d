namespace MountSim.Hardening.Fuzzing;

/// <summary>What became of an input.</summary>
internal enum Verdict
{
    /// <summary>It was good, or good enough.</summary>
    Accepted,

    /// <summary>It was refused with an error that names the place.</summary>
    Refused,

    /// <summary>Neither: a bug.</summary>
    Failed,
}
