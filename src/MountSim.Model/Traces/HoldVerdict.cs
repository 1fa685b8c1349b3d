namespace MountSim.Model.Traces;

/// <summary>How a traced hold lies to the model's.</summary>
internal enum HoldVerdict
{
    /// <summary>Within the tolerance.</summary>
    Within,

    /// <summary>The trace is longer than the tolerance allows.</summary>
    Longer,

    /// <summary>The trace is shorter than the tolerance allows.</summary>
    Shorter,
}
