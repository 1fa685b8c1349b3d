namespace MountSim.Reporting.Files;

/// <summary>A file about to be written.</summary>
/// <param name="Option">The option that named it, for messages.</param>
/// <param name="Path">The path as the user wrote it.</param>
/// <param name="Content">All of its bytes.</param>
public sealed record OutputFile(string Option, string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Writes its bytes, instead of <see cref="Content"/>, for a file that need not be in memory whole; null when it is.</summary>
    public Action<Stream>? Source { get; init; }
}
