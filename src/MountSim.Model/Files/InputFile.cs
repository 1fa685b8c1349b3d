using System.Globalization;
using System.Text;

namespace MountSim.Model.Files;

/// <summary>Files that users name, read whole and within bounds: nothing that has no end, nothing larger than its kind can be, and no bytes that are not text.</summary>
public static class InputFile
{
    /// <summary>The largest file of a kind whose objects take little more memory than its text: profiles, results, lab traces.</summary>
    public const int MostMiB = 64;

    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="mostMiB">The largest size, MiB.</param>
    /// <exception cref="ModelException">It cannot be read, is no file, or is larger.</exception>
    public static byte[] Bytes(string path, int mostMiB = MostMiB)
    {
        try
        {
            using var stream = Open(path);
            return Read(stream, path, mostMiB);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"cannot be read: {failure.Message}");
        }
    }

    /// <summary>The text of a file in UTF-8, with a byte order mark or without.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="mostMiB">The largest size, MiB.</param>
    /// <exception cref="ModelException">As <see cref="Bytes"/>, or it is not UTF-8.</exception>
    public static string Text(string path, int mostMiB = MostMiB)
    {
        var bytes = Bytes(path, mostMiB);
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), Strict); // a mark tells UTF-16, too
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"{path}:{BadLine(bytes)}"), "is not UTF-8; in an editor, save it as UTF-8, in a spreadsheet as 'CSV UTF-8'");
        }
    }

    /// <summary>The lines of a text file.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <exception cref="ModelException">As <see cref="Text"/>.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StringReader(Text(path));
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>Opens a file, without waiting for anybody.</summary>
    /// <exception cref="ModelException">It is no file.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        if (path.Length == 0) throw new ModelException("a file", "found an empty path; allowed: a file's path");
        if (path.Contains('\0', StringComparison.Ordinal)) throw new ModelException(path, "has a NUL character in its name; allowed: a file's path");
        var what = FileKinds.Of(path) switch
        {
            FileKind.Directory => "is a directory",
            FileKind.Device => "is a device or a socket",
            // A pipe that the caller has open already ends when its writer does; one with a name of its own may wait for a writer for ever.
            FileKind.Pipe when !IsOpenAlready(path) => "is a named pipe",
            _ => null,
        };
        if (what is not null) throw new ModelException(path, $"{what}; allowed: a regular file");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private static bool IsOpenAlready(string path) => path == "/dev/stdin" || path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal);

    private static byte[] Read(FileStream stream, string path, int mostMiB)
    {
        var most = mostMiB * 1024L * 1024L;
        if (stream.CanSeek && stream.Length > most) throw TooLarge(path, mostMiB);
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[64 * 1024];
        // A pipe and the files of /proc do not say their size beforehand.
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most) throw TooLarge(path, mostMiB);
        }
        return bytes.ToArray();
    }

    private static ModelException TooLarge(string path, int mostMiB) => new(path, string.Create(CultureInfo.InvariantCulture, $"is larger than {mostMiB} MiB; allowed: up to that size"));

    private static int BadLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            bytes = bytes[length..];
        }
        return line;
    }
}
