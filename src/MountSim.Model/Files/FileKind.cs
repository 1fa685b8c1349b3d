namespace MountSim.Model.Files;

/// <summary>What a path leads to.</summary>
public enum FileKind
{
    /// <summary>Nothing, or what cannot be looked at: opening it says why.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A pipe, with or without a name.</summary>
    Pipe,

    /// <summary>A device or a socket.</summary>
    Device,
}
