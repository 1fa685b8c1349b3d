using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MountSim.Reporting.Csv;

/// <summary>A CSV contract: one list of titles and getters, so that header and rows cannot part.</summary>
/// <remarks>RFC 4180 with CRLF, invariant culture, one header row. The byte order mark is the stream's affair; ours write none.</remarks>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="columns">Title, with its unit at the end, and the value as text, number or null.</param>
public sealed class CsvTable<T>(IReadOnlyList<(string Title, Func<T, object?> Value)> columns)
{
    /// <summary>The titles in their order.</summary>
    public IReadOnlyList<string> Titles { get; } = [.. columns.Select(column => column.Title)];

    /// <summary>Writes the header and a line a row.</summary>
    public void Write(TextWriter writer, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" };
        using var csv = new CsvWriter(writer, configuration, leaveOpen: true);
        foreach (var title in Titles) csv.WriteField(title);
        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var (_, value) in columns) csv.WriteField(ExactNumber.Text(value(row)));
            csv.NextRecord();
        }
    }
}
