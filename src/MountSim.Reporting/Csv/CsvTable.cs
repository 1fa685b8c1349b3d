using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Csv;

/// <summary>Rows as CSV: CRLF, one header row, numbers in no culture; text that a spreadsheet would run stands behind an apostrophe.</summary>
public static class CsvTable
{
    /// <summary>Writes the header and a line a row, as each row comes.</summary>
    public static void Write<T>(TextWriter writer, ColumnList<T> columns, IEnumerable<T> rows, CsvDialect? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var chosen = dialect ?? CsvDialect.Rfc4180;
        writer.Write(chosen.Prefix);
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", Delimiter = chosen.Separator }, leaveOpen: true);
        foreach (var name in columns.Names) csv.WriteField(FormulaGuard.Guarded(name));
        csv.NextRecord();
        csv.Flush(); // a reader at the other end of a pipe sees each line as it comes
        foreach (var row in rows)
        {
            foreach (var column in columns) csv.WriteField(Cell(column.Value(row), chosen));
            csv.NextRecord();
            csv.Flush();
        }
    }

    private static string Cell(object? value, CsvDialect dialect) => value is string text ? FormulaGuard.Guarded(text) : dialect.Number(ExactNumber.Text(value));
}
