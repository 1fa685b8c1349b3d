using System.CommandLine;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Options;

/// <summary>Where results go and in which form; every verb has these.</summary>
internal sealed class OutputOptions
{
    private readonly ChoiceOption<OutputFormat?> format = new(
        "--format",
        "Form of the result; by default what --output's name ends in, else table",
        new Dictionary<string, OutputFormat?>(StringComparer.Ordinal) { ["table"] = OutputFormat.Table, ["csv"] = OutputFormat.Csv, ["json"] = OutputFormat.Json });
    private readonly TextOption output = new("--output", "FILE", "Write the result to a file, whole or not at all, instead of standard output");
    private readonly Option<bool> quiet = new("--quiet") { Description = "No progress and no remarks; results only" };

    public OutputOptions(params Option[] more) => Group = new OptionGroup("Output", [format, output, .. more, quiet]);

    public OptionGroup Group { get; }

    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(format) ?? (Path.GetExtension(Output(parsed)) ?? "").ToUpperInvariant() switch
    {
        ".CSV" => OutputFormat.Csv,
        ".JSON" => OutputFormat.Json,
        _ => OutputFormat.Table,
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
