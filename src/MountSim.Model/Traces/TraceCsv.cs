using System.Globalization;
using MountSim.Model.Files;

namespace MountSim.Model.Traces;

/// <summary>Reads the CSV of traces: one header, cells without quotes. Stricter than RFC 4180, as names of locks and functions need no quotes.</summary>
internal static class TraceCsv
{
    /// <summary>The lines after the header.</summary>
    /// <exception cref="ModelException">The file cannot be read, or its header or a line is not as it should be.</exception>
    public static IEnumerable<TraceLine> Read(string file, IReadOnlyList<string> columns)
    {
        var number = 0;
        foreach (var line in InputFile.Lines(file))
        {
            number++;
            if (number == 1)
            {
                if (line != string.Join(',', columns))
                    throw Wrong(file, number, $"the header is '{line}'; allowed: {string.Join(',', columns)}");
                continue;
            }

            if (line.Contains('"', StringComparison.Ordinal))
                throw Wrong(file, number, "found a quote; allowed: cells without quotes");
            if (OneLine.Of(line) != line)
                throw Wrong(file, number, $"found what cannot be printed in '{line}'; allowed: printable text, in lines of at most {OneLine.Longest} characters");
            var cells = line.Split(',');
            if (cells.Length != columns.Count)
                throw Wrong(file, number, string.Create(CultureInfo.InvariantCulture, $"found {cells.Length} cells; allowed: {columns.Count}"));
            yield return new TraceLine(file, number, columns, cells);
        }

        if (number == 0)
            throw Wrong(file, 1, $"the file is empty; allowed: the header {string.Join(',', columns)}");
    }

    private static ModelException Wrong(string file, int line, string problem) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:1"), problem);
}
