using System.CommandLine;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Options;

/// <summary>Where results go and in which form; every verb has these.</summary>
internal sealed class OutputOptions
{
    private static readonly Dictionary<string, OutputFormat?> Formats =
        new(StringComparer.Ordinal) { ["table"] = OutputFormat.Table, ["csv"] = OutputFormat.Csv, ["json"] = OutputFormat.Json };

    private readonly OutputFormat inFile;
    private readonly ChoiceOption<OutputFormat?> format;
    private readonly TextOption output = new("--output", "FILE", "Write the result to a file, whole or not at all, instead of standard output");
    private readonly Option<bool> quiet = new("--quiet") { Description = "No progress and no remarks; results only" };

    /// <param name="inFile">The form of a file whose name does not tell.</param>
    /// <param name="more">Further options of the group.</param>
    public OutputOptions(OutputFormat inFile, params Option[] more)
    {
        this.inFile = inFile;
        var otherwise = inFile == OutputFormat.Table ? "table" : $"table on standard output, {Formats.First(form => form.Value == inFile).Key} in a file";
        format = new("--format", $"Form of the result; by default what --output's name ends in, else {otherwise}", Formats);
        Group = new OptionGroup("Output", [format, output, .. more, quiet]);
    }

    public OptionGroup Group { get; }

    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(format) ?? (Path.GetExtension(Output(parsed)) ?? "").ToUpperInvariant() switch
    {
        ".CSV" => OutputFormat.Csv,
        ".JSON" => OutputFormat.Json,
        _ => Output(parsed) is null ? OutputFormat.Table : inFile,
    };

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
}
