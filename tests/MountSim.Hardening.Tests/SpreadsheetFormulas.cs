using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MountSim.Cli;

namespace MountSim.Hardening.Tests;

/// <summary>A name that a spreadsheet would run comes out as text, in every column that passes through.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class SpreadsheetFormulas : IDisposable
{
    private static readonly string[] Formulas = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "=HYPERLINK(1)", "\uFF1D1+1"];
    private static readonly string[] Tiny = ["--cores", "2", "--sockets", "1", "--containers", "2", "--replications", "2", "--runtime", "minimal-fd", "--systemd-scans", "0", "--agents", "0", "--quiet"];

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-formulas-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Stand_behind_an_apostrophe_in_a_csv()
    {
        var fields = Plan("plan.csv", File.ReadAllText).Split('\n').SelectMany(line => line.TrimEnd('\r').Split(',')).Select(field => field.Trim('"'));
        Assert.DoesNotContain(fields, field => field.Length > 1 && "=+@\uFF1D".Contains(field[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Are_text_cells_in_a_workbook() => Plan("plan.xlsx", file =>
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.DoesNotContain(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()), formula => Formulas.Contains(formula.Text) || Formulas.Contains("=" + formula.Text));
        return "";
    });

    private string Plan(string name, Func<string, string> read)
    {
        var rows = Formulas.Select(formula => $"\"{formula}\",2,\"{formula}\"");
        File.WriteAllText(Path.Combine(folder, "in.csv"), $"class,hosts,\"=1+1\"\n{string.Join('\n', rows)}\n");
        using var error = new StringWriter();
        var exit = App.Run(["fleet", Path.Combine(folder, "in.csv"), .. Tiny, "--output", Path.Combine(folder, name)], new Session { Out = TextWriter.Null, Error = error });
        Assert.True(exit == ExitCode.Done, error.ToString());
        return read(Path.Combine(folder, name));
    }
}
