namespace MountSim.Experiments.Shards;

/// <summary>A kind of work that is dealt out to shards.</summary>
/// <param name="Noun">What messages call it.</param>
/// <param name="Other">What messages call another of its kind.</param>
/// <param name="FileName">The file that says what the parts of a folder are of.</param>
/// <param name="PartFormat">Name and version of the layout of its parts.</param>
/// <param name="Command">What makes such a folder.</param>
public sealed record ShardKind(string Noun, string Other, string FileName, string PartFormat, string Command)
{
    /// <summary>The scenarios of a sweep.</summary>
    public static ShardKind Sweep { get; } = new("sweep", "another sweep", "sweep.json", "mountsim-sweep-part/2", "mountsim sweep run --out");

    /// <summary>The different scenarios of a fleet.</summary>
    public static ShardKind Fleet { get; } = new("fleet", "another fleet, or one that was asked with other options", "fleet.json", "mountsim-fleet-part/1", "mountsim fleet --out");
}
