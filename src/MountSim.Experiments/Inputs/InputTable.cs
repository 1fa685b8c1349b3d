using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Experiments.Inputs;

/// <summary>A CSV that somebody wrote, perhaps with a spreadsheet: comma, semicolon or tab between fields (the header tells), a byte order mark or none.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Columns">The header's names.</param>
/// <param name="Rows">In the file's order, without empty ones.</param>
/// <param name="HasDecimalComma">Fields are separated by semicolons, as where numbers have a decimal comma.</param>
public sealed record InputTable(string File, IReadOnlyList<string> Columns, IReadOnlyList<InputRow> Rows, bool HasDecimalComma)
{
    private const int MostRows = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelException">It cannot be read, is not UTF-8 or no table; the message names file, line and column.</exception>
    public static InputTable Read(string path) => Parse(InputFile.Text(path), path);

    /// <summary>Parses a text.</summary>
    /// <param name="text">The CSV.</param>
    /// <param name="file">The name that messages use.</param>
    /// <exception cref="ModelException">As <see cref="Read"/>.</exception>
    public static InputTable Parse(string text, string file)
    {
        var separator = SeparatorOf(text);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            BadDataFound = bad => throw new ModelException($"{file}:{bad.Context.Parser!.RawRow}", "a quote is not where it may be; allowed: \"a field\", and \"\" for a quote within"),
        });
        if (!csv.Read() || (csv.Parser.Record ?? []).All(name => name.Length == 0)) throw new ModelException(file, "is empty; allowed: a header and a row for each line");
        var header = csv.Parser.Record!;
        var used = Enumerable.Range(0, header.Length).Where(column => header[column].Length > 0).ToArray();
        var twice = used.GroupBy(column => header[column], StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new ModelException($"{file}:1", $"the column '{twice.Key}' is there twice; allowed: once");
        var rows = new List<InputRow>();
        while (csv.Read())
        {
            var record = csv.Parser.Record!;
            if (record.All(cell => cell.Length == 0)) continue;
            if (rows.Count == MostRows) throw new ModelException($"{file}:{csv.Parser.RawRow}", string.Create(CultureInfo.InvariantCulture, $"is row {MostRows + 1}; allowed: {MostRows} rows, so split the table"));
            rows.Add(new InputRow(csv.Parser.RawRow, Cells(record, header, used, $"{file}:{csv.Parser.RawRow}")));
        }
        return new InputTable(file, [.. used.Select(column => header[column])], rows, separator == ';');
    }

    private static IReadOnlyList<string> Cells(string[] record, string[] header, int[] used, string place)
    {
        // Spreadsheets leave empty cells after the last column, and none for what is empty there.
        for (var column = 0; column < record.Length; column++)
        {
            if (record[column].Length > 0 && (column >= header.Length || header[column].Length == 0))
                throw new ModelException(place, string.Create(CultureInfo.InvariantCulture, $"found '{record[column]}' in column {column + 1}, which has no name in the header; quote a field that has the separator in it"));
        }
        return [.. used.Select(column => column < record.Length ? record[column] : "")];
    }

    /// <summary>The one of the three that the header has most of.</summary>
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length);
        var (best, most) = (',', header.Count(','));
        foreach (var separator in ";\t")
        {
            if (header.Count(separator) > most) (best, most) = (separator, header.Count(separator));
        }
        return best;
    }
}
