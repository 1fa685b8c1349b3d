using System.CommandLine;
using MountSim.Model;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Options;

/// <summary>Where results go and in which form; every verb has these.</summary>
internal sealed class OutputOptions
{
    private static readonly Dictionary<string, OutputFormat?> Texts =
        new(StringComparer.Ordinal) { ["table"] = OutputFormat.Table, ["csv"] = OutputFormat.Csv, ["json"] = OutputFormat.Json };

    private static readonly Dictionary<string, OutputFormat?> WithSpreadsheets = new(Texts, StringComparer.Ordinal) { ["xlsx"] = OutputFormat.Xlsx };

    /// <summary>The option of the group that says nothing of a result.</summary>
    public const string QuietName = "--quiet";

    private readonly OutputFormat inFile;
    private readonly ChoiceOption<OutputFormat?> format;
    private readonly ChoiceOption<CsvDialect?>? dialect;
    private readonly TextOption output = new("--output", "FILE", "Write the result to a file, whole or not at all, instead of standard output");
    private readonly Option<bool> quiet = new(QuietName) { Description = "No progress and no remarks; results only" };

    /// <param name="inFile">The form of a file whose name does not tell.</param>
    /// <param name="more">Further options of the group.</param>
    public OutputOptions(OutputFormat inFile, params Option[] more) : this(inFile, forSpreadsheets: false, more)
    {
    }

    private OutputOptions(OutputFormat inFile, bool forSpreadsheets, Option[] more)
    {
        this.inFile = inFile;
        var formats = forSpreadsheets ? WithSpreadsheets : Texts;
        var otherwise = inFile == OutputFormat.Table ? "table" : $"table on standard output, {formats.First(form => form.Value == inFile).Key} in a file";
        format = new("--format", $"Form of the result; by default what --output's name ends in, else {otherwise}", formats);
        dialect = forSpreadsheets ? Dialect() : null;
        Group = new OptionGroup("Output", dialect is null ? [format, output, .. more, quiet] : [format, dialect, output, .. more, quiet]);
    }

    public OptionGroup Group { get; }

    /// <summary>The options of a verb whose results planners open in a spreadsheet.</summary>
    public static OutputOptions ForSpreadsheets(OutputFormat inFile, params Option[] more) => new(inFile, forSpreadsheets: true, more);

    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    /// <summary>How a CSV is written.</summary>
    /// <exception cref="ModelException">A dialect was given for what is no CSV.</exception>
    public CsvDialect Csv(ParseResult parsed)
    {
        if (Chosen(parsed) is not { } chosen) return CsvDialect.Rfc4180;
        if (Format(parsed) != OutputFormat.Csv) throw new ModelException("--csv-dialect", $"found '{chosen.Name}', but the result is no CSV; allowed: with --format csv");
        return chosen;
    }

    /// <exception cref="ModelException">A workbook was asked for and no file to put it in.</exception>
    public OutputFormat Format(ParseResult parsed)
    {
        var chosen = parsed.GetValue(format) ?? (Path.GetExtension(Output(parsed)) ?? "").ToUpperInvariant() switch
        {
            ".CSV" => OutputFormat.Csv,
            ".JSON" => OutputFormat.Json,
            ".XLSX" when dialect is not null => OutputFormat.Xlsx,
            _ when Chosen(parsed) is not null => OutputFormat.Csv,
            _ => Output(parsed) is null ? OutputFormat.Table : inFile,
        };
        if (chosen == OutputFormat.Xlsx && Output(parsed) is null)
            throw new ModelException("--format", "found 'xlsx' without --output; allowed: with --output FILE.xlsx, since a workbook is no text for standard output");
        return chosen;
    }

    /// <summary>Renders one result to where it was asked for.</summary>
    public void Write(ParseResult parsed, Session session, Action<TextWriter, OutputFormat, Terminal> render)
    {
        if (Output(parsed) is not { } path)
        {
            render(session.Out, Format(parsed), session.Terminal);
            return;
        }
        AtomicFile.WriteAll([OutputText.File("--output", path, writer => render(writer, Format(parsed), Terminal.Pipe))]);
        if (!Quiet(parsed)) session.Error.WriteLine($"wrote {path}");
    }

    /// <summary>What is said of a file that was written; of a CSV also what an import dialog has to be told.</summary>
    public static string Wrote(string path, OutputFormat format, CsvDialect dialect) => format == OutputFormat.Csv ? $"wrote {path} ({dialect.ImportSettings})" : $"wrote {path}";

    private CsvDialect? Chosen(ParseResult parsed) => dialect is null ? null : parsed.GetValue(dialect);

    private static ChoiceOption<CsvDialect?> Dialect() => new(
        "--csv-dialect",
        "How a CSV is written. rfc4180, the default, is for programs and for import dialogs: UTF-8, comma, decimal point; excel and excel-eu are for a double click where numbers have a decimal point or a decimal comma",
        CsvDialect.All.ToDictionary(one => one.Name, one => (CsvDialect?)one, StringComparer.Ordinal));
}
