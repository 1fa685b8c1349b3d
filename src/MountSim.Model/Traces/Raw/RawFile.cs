using System.Globalization;

namespace MountSim.Model.Traces.Raw;

/// <summary>Reads the text files that a guest of the lab wrote.</summary>
internal static class RawFile
{
    /// <summary>The lines of a file.</summary>
    /// <exception cref="ModelException">It cannot be read.</exception>
    public static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(file, $"cannot be read: {e.Message}; allowed: a directory that calibration/lab/run filled");
        }
    }

    /// <summary>An error at a line.</summary>
    public static ModelException Wrong(string file, int number, string found, string allowed) =>
        new(Place(file, number), $"found '{found}'; allowed: {allowed}");

    /// <summary>file:line.</summary>
    public static string Place(string file, int number) => string.Create(CultureInfo.InvariantCulture, $"{file}:{number}");
}
