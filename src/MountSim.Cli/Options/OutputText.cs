using MountSim.Reporting.Files;

namespace MountSim.Cli.Options;

/// <summary>Text on its way to a file.</summary>
internal static class OutputText
{
    /// <summary>Renders in memory, so that a failure writes nothing.</summary>
    public static OutputFile File(string option, string path, Action<TextWriter> render)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        render(writer);
        return new OutputFile(option, path, AtomicFile.Utf8.GetBytes(writer.ToString()));
    }

    /// <summary>Renders straight into the file, which still appears whole or not at all.</summary>
    public static OutputFile Stream(string option, string path, Action<TextWriter> render) => new(option, path, stream =>
    {
        using var writer = new StreamWriter(stream, AtomicFile.Utf8, bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        render(writer);
    });
}
