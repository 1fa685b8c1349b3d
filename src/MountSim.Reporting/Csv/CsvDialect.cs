namespace MountSim.Reporting.Csv;

/// <summary>How a CSV is written: for machines, or for a double click in one of two parts of the world.</summary>
/// <param name="Name">The word of the option.</param>
/// <param name="Separator">Between fields.</param>
/// <param name="DecimalMark">In numbers.</param>
/// <param name="Marked">Begins with a byte order mark, without which Excel does not read UTF-8.</param>
public sealed record CsvDialect(string Name, string Separator, char DecimalMark, bool Marked)
{
    private const char Mark = '\uFEFF';

    /// <summary>RFC 4180 with a decimal point, whatever the culture: the contract.</summary>
    public static CsvDialect Rfc4180 { get; } = new("rfc4180", ",", '.', Marked: false);

    /// <summary>A double click in Excel where numbers have a decimal point.</summary>
    public static CsvDialect Excel { get; } = new("excel", ",", '.', Marked: true);

    /// <summary>A double click in Excel where numbers have a decimal comma and lists a semicolon.</summary>
    public static CsvDialect ExcelEu { get; } = new("excel-eu", ";", ',', Marked: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CsvDialect> All { get; } = [Rfc4180, Excel, ExcelEu];

    /// <summary>What an import dialog has to be told.</summary>
    public string ImportSettings => $"UTF-8, separator {(Separator == ";" ? "semicolon" : "comma")}, decimal {(DecimalMark == ',' ? "comma" : "point")}, no thousands separator";

    /// <summary>What stands before the header.</summary>
    internal string Prefix => Marked ? Mark.ToString() : "";

    /// <summary>A number written by the contract's rules, in this dialect.</summary>
    internal string Number(string invariant) => DecimalMark == '.' ? invariant : invariant.Replace('.', DecimalMark);
}
