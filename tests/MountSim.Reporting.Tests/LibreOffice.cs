using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace MountSim.Reporting.Tests;

/// <summary>Opens files in a headless LibreOffice of a given locale and reads the cells back, as its own format tells them.</summary>
public sealed class LibreOffice(string locale) : IDisposable
{
    private const string Program = "soffice";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mountsim-office-");

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The cells of the first sheet, row by row.</summary>
    /// <param name="name">The file's name, whose end tells its format.</param>
    /// <param name="content">The file.</param>
    /// <param name="separator">Of a CSV: what the locale's list separator is, since a double click asks nobody.</param>
    public IReadOnlyList<IReadOnlyList<OfficeCell>> Open(string name, byte[] content, char? separator = null)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
        var filter = separator is { } mark ? [string.Create(CultureInfo.InvariantCulture, $"--infilter=CSV:{(int)mark},34,76,1")] : Array.Empty<string>(); // quote ", UTF-8, from line 1
        Run([.. filter, "--convert-to", "fods", name]);
        var document = XDocument.Load(Path.Combine(folder.FullName, Path.ChangeExtension(name, ".fods")));
        return [.. document.Descendants(Table + "table").First().Elements(Table + "table-row").Select(row => Cells(row)).Where(row => row.Count > 0)];
    }

    private static IReadOnlyList<OfficeCell> Cells(XElement row) => [.. row.Elements(Table + "table-cell").SelectMany(cell => Enumerable.Repeat(Cell(cell), Repeats(cell)))];

    // An empty tail is one cell repeated to the end of the sheet.
    private static int Repeats(XElement cell) =>
        (int?)cell.Attribute(Table + "number-columns-repeated") is { } times ? cell.HasElements || times < 100 ? times : 0 : cell.HasElements ? 1 : cell.ElementsAfterSelf().Any() ? 1 : 0;

    private static OfficeCell Cell(XElement cell) => new(
        (string?)cell.Attribute(Office + "value-type"), (double?)cell.Attribute(Office + "value"), string.Join('\n', cell.Elements(Text + "p").Select(line => line.Value)),
        cell.Attribute(Table + "formula") is not null);

    private void Run(IReadOnlyList<string> arguments)
    {
        var settings = Path.Combine(folder.FullName, "profile", "user", "registrymodifications.xcu");
        Directory.CreateDirectory(Path.GetDirectoryName(settings)!);
        if (!File.Exists(settings)) File.WriteAllText(settings, Settings());
        var start = new ProcessStartInfo(Program, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", .. arguments])
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
        Assert.True(process.ExitCode == 0, $"{Program}: {output.Result} {error.Result}");
    }

    private string Settings() =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
        </oor:items>
        """;
}
