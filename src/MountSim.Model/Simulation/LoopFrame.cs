namespace MountSim.Model.Simulation;

/// <summary>A loop that an interpreter is in.</summary>
internal struct LoopFrame
{
    /// <summary>Iterations left, those of the current batch included.</summary>
    public long Remaining;

    /// <summary>Iterations of the current batch.</summary>
    public long Batch;

    /// <summary>How many times the surroundings of the loop are done at once.</summary>
    public long Outer;
}
