namespace MountSim.Reporting.Schedulers;

/// <summary>A sweep as a scheduler runs it: one command, once a shard.</summary>
/// <param name="Sweep">The plan's hash.</param>
/// <param name="Command">Program and arguments, the same for all shards.</param>
/// <param name="Shards">How many.</param>
/// <param name="Cpus">CPUs of a shard.</param>
/// <param name="MemoryMiB">Memory of a shard.</param>
/// <param name="Seconds">The most that a shard may take.</param>
public sealed record ArrayJob(string Sweep, IReadOnlyList<string> Command, int Shards, int Cpus, int MemoryMiB, long Seconds)
{
    private const int DigitsOfName = 12;

    /// <summary>A name that tells one sweep from another, and that every scheduler takes.</summary>
    public string Name => $"mountsim-{Sweep[..DigitsOfName]}";
}
