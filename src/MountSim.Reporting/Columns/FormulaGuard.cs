namespace MountSim.Reporting.Columns;

/// <summary>Text that a spreadsheet would run as a formula when it opens a CSV: a link, a call, a command.</summary>
internal static class FormulaGuard
{
    // The characters that OWASP's page on CSV injection lists, their full-width forms included.
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>True when the text begins like a formula. A dash alone is how people write "nothing", and nothing runs it.</summary>
    public static bool Runs(string text) => text.Length > 1 && Starts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>The text, behind an apostrophe where it would run: spreadsheets then show it and do nothing.</summary>
    public static string Guarded(string text) => Runs(text) ? '\'' + text : text;
}
