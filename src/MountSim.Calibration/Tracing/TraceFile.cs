using System.Text;

namespace MountSim.Calibration.Tracing;

/// <summary>Writes control files of the tracer: one write call each, for every write is a command; never truncating, which is one too.</summary>
internal static class TraceFile
{
    /// <summary>Writes <paramref name="text"/> in one call.</summary>
    /// <exception cref="CalibrationException">The kernel refuses it.</exception>
    internal static void Write(string path, string text)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(text + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CalibrationException($"the tracer refused \"{text}\" in {Name(path)}: {e.Message}");
        }
    }

    /// <summary>The same, where a refusal does not matter.</summary>
    internal static void TryWrite(string path, string text)
    {
        try
        {
            Write(path, text);
        }
        catch (CalibrationException)
        {
        }
    }

    // Not the path through our own descriptor, which tells a reader nothing.
    private static string Name(string path) => string.Join('/', path.Split('/').Skip(5));
}
