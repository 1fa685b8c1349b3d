namespace MountSim.Experiments.Shards;

/// <summary>A line of a part: what became of one scenario.</summary>
internal interface IPartLine
{
    /// <summary>The scenario's place in the work, from 0.</summary>
    long Position { get; }

    /// <summary>False for a line that nobody wrote so.</summary>
    bool IsWhole();
}
