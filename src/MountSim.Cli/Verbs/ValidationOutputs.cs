using System.CommandLine;
using MountSim.Cli.Options;
using MountSim.Experiments.Validation;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Json;
using MountSim.Reporting.Models;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>What every suite of <c>validate</c> shares: where its report goes, its progress line, and its exit code.</summary>
internal sealed class ValidationOutputs
{
    private readonly TextOption plot = new("--plot", "FILE", "Draw predicted against known, as .svg or .png");
    private readonly OutputOptions output;

    public ValidationOutputs(params Option[] more) => output = new OutputOptions(OutputFormat.Table, [plot, .. more]);

    public OptionGroup Group => output.Group;

    /// <summary>Checks the files, runs the suite, writes its report.</summary>
    public int Run(ParseResult parsed, Session session, Func<IProgress<ValidationProgress>?, CancellationToken, ValidationReport> suite)
    {
        var (path, picture) = (output.Output(parsed), parsed.GetValue(plot));
        if (path is not null) AtomicFile.Check("--output", path);
        if (picture is not null) AtomicFile.Check("--plot", picture);
        if (picture is not null) PlotFile.FormatOf("--plot", picture);
        if (path is not null && picture is not null && Path.GetFullPath(path) == Path.GetFullPath(picture))
            throw new ModelException("--plot", $"'{picture}' is also the file of --output; allowed: a file of its own");
        var report = WithProgress(parsed, session, suite);
        session.Cancellation.ThrowIfCancellationRequested();
        Write(parsed, session, report, path, picture);
        if (report.NothingJudged) return ExitCode.HostCannot;
        return report.Target.Met ? ExitCode.Done : ExitCode.AnsweredNo;
    }

    private ValidationReport WithProgress(ParseResult parsed, Session session, Func<IProgress<ValidationProgress>?, CancellationToken, ValidationReport> suite)
    {
        if (output.Quiet(parsed) || !session.Terminal.Progress) return suite(null, session.Cancellation);
        using var line = new ProgressLine(session);
        return suite(new ValidationProgressReporter(line), session.Cancellation);
    }

    private void Write(ParseResult parsed, Session session, ValidationReport report, string? path, string? picture)
    {
        var format = output.Format(parsed);
        var files = new List<OutputFile>();
        if (path is not null) files.Add(OutputText.File("--output", path, writer => Render(writer, report, format, Terminal.Pipe, CommandText.Of(parsed))));
        if (picture is not null) files.Add(Picture(picture, report));
        AtomicFile.WriteAll(files);
        if (path is null) Render(session.Out, report, format, session.Terminal, CommandText.Of(parsed));
        // A skip is loud: it goes to standard error whatever form the result has.
        foreach (var line in ValidationLine.Of(report).Where(line => line.Verdict == "skipped")) session.Error.WriteLine($"warning: SKIPPED {line.Case}, {line.Quantity}: {line.Reason}");
        if (output.Quiet(parsed)) return;
        foreach (var file in files) session.Error.WriteLine($"wrote {file.Path}");
        if (path is not null || format != OutputFormat.Table) session.Error.WriteLine(report.Summary);
    }

    private static OutputFile Picture(string path, ValidationReport report)
    {
        using var stream = new MemoryStream();
        ValidationPlot.Write(stream, report, PlotFile.FormatOf("--plot", path));
        return new OutputFile("--plot", path, stream.ToArray());
    }

    private static void Render(TextWriter writer, ValidationReport report, OutputFormat format, Terminal terminal, string command)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, ValidationColumns.All, ValidationLine.Of(report));
                break;
            case OutputFormat.Json:
                ValidationJson.Write(writer, report, command);
                break;
            default:
                ValidationTable.Write(writer, report, new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
