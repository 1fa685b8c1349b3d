using System.Globalization;
using MountSim.Model.Files;

namespace MountSim.Model.Traces.Raw;

/// <summary>Reads the text files that a guest of the lab wrote.</summary>
internal static class RawFile
{
    /// <summary>The lines of a file.</summary>
    /// <exception cref="ModelException">It is not there, cannot be read, or is no text.</exception>
    public static IEnumerable<string> Lines(string file) =>
        FileKinds.Of(file) == FileKind.Missing ? throw new ModelException(file, "is not there; allowed: a directory that calibration/lab/run filled") : InputFile.Lines(file);

    /// <summary>An error at a line.</summary>
    public static ModelException Wrong(string file, int number, string found, string allowed) =>
        new(Place(file, number), $"found '{found}'; allowed: {allowed}");

    /// <summary>file:line.</summary>
    public static string Place(string file, int number) => string.Create(CultureInfo.InvariantCulture, $"{file}:{number}");
}
