namespace MountSim.Reporting.Files;

/// <summary>A file about to be written.</summary>
/// <param name="Option">The option that named it, for messages.</param>
/// <param name="Path">The path as the user wrote it.</param>
/// <param name="Write">Writes all of its bytes; what it throws leaves no file.</param>
public sealed record OutputFile(string Option, string Path, Action<Stream> Write)
{
    /// <summary>A file whose bytes are there.</summary>
    /// <param name="option">The option that named it, for messages.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="content">All of its bytes.</param>
    public OutputFile(string option, string path, ReadOnlyMemory<byte> content) : this(option, path, stream => stream.Write(content.Span))
    {
    }
}
