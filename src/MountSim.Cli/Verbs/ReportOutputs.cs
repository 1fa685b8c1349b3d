using System.CommandLine;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Model;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>Where a report with a plot goes: all files are checked before the work, rendered in memory, and written together.</summary>
internal sealed class ReportOutputs<T>
{
    private readonly ReportForms<T> forms;
    private readonly TextOption plot;
    private readonly OutputOptions output;

    public ReportOutputs(ReportForms<T> forms, string plotted)
    {
        this.forms = forms;
        plot = new TextOption("--plot", "FILE", $"{plotted}, as .svg or .png");
        output = OutputOptions.ForSpreadsheets(OutputFormat.Table, plot);
    }

    public OptionGroup Group => output.Group;

    /// <summary>Results only were asked for.</summary>
    public bool Quiet(ParseResult parsed) => output.Quiet(parsed);

    /// <summary>Checks the files, does the work with a progress line, writes the report.</summary>
    public T Run(ParseResult parsed, Session session, string verb, Func<IProgress<PredictProgress>?, CancellationToken, T> work)
    {
        Check(parsed);
        var report = WithProgress(parsed, session, verb, work);
        session.Cancellation.ThrowIfCancellationRequested();
        Write(parsed, session, report);
        return report;
    }

    /// <summary>Refuses the options of the group that say where a report goes, for a run that makes none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="with">The option that asks for such a run.</param>
    /// <param name="allowed">What to do instead.</param>
    /// <exception cref="ModelException">One is given.</exception>
    public void CheckNone(ParseResult parsed, string with, string allowed)
    {
        var given = Group.Options.FirstOrDefault(option => option.Name != OutputOptions.QuietName && parsed.GetResult(option) is { Implicit: false });
        if (given is not null) throw new ModelException(given.Name, $"found '{string.Join(' ', parsed.GetResult(given)!.Tokens.Select(token => token.Value))}' with {with}; allowed: {allowed}");
    }

    /// <summary>Does work with a progress line.</summary>
    public TResult WithProgress<TResult>(ParseResult parsed, Session session, string verb, Func<IProgress<PredictProgress>?, CancellationToken, TResult> work)
    {
        if (output.Quiet(parsed) || !session.Terminal.Progress) return work(null, session.Cancellation);
        using var line = new ProgressLine(session);
        return work(new PredictProgressReporter(line, verb), session.Cancellation);
    }

    private void Check(ParseResult parsed)
    {
        var (path, picture) = (output.Output(parsed), parsed.GetValue(plot));
        _ = (output.Format(parsed), output.Csv(parsed));
        if (path is not null) AtomicFile.Check("--output", path);
        if (picture is null) return;
        PlotFile.FormatOf("--plot", picture);
        AtomicFile.Check("--plot", picture);
        if (path is not null && Path.GetFullPath(path) == Path.GetFullPath(picture))
            throw new ModelException("--plot", $"'{picture}' is also the file of --output; allowed: a file of its own");
    }

    private void Write(ParseResult parsed, Session session, T report)
    {
        var (path, picture, format, dialect) = (output.Output(parsed), parsed.GetValue(plot), output.Format(parsed), output.Csv(parsed));
        var files = new List<OutputFile>();
        if (path is not null)
        {
            files.Add(format == OutputFormat.Xlsx
                ? new OutputFile("--output", path, forms.Workbook(report))
                : OutputText.File("--output", path, writer => Render(writer, report, format, dialect, Terminal.Pipe, CommandText.Of(parsed))));
        }
        if (picture is not null) files.Add(Picture(picture, report));
        AtomicFile.WriteAll(files);
        if (path is null) Render(session.Out, report, format, dialect, session.Terminal, CommandText.Of(parsed));
        if (output.Quiet(parsed)) return;
        foreach (var file in files) session.Error.WriteLine(OutputOptions.Wrote(file.Path, file.Option == "--output" ? format : OutputFormat.Table, dialect));
    }

    private OutputFile Picture(string path, T report)
    {
        using var stream = new MemoryStream();
        forms.Plot(stream, report, PlotFile.FormatOf("--plot", path));
        return new OutputFile("--plot", path, stream.ToArray());
    }

    private void Render(TextWriter writer, T report, OutputFormat format, CsvDialect dialect, Terminal terminal, string command)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                forms.Csv(writer, report, dialect);
                break;
            case OutputFormat.Json:
                forms.Json(writer, report, command);
                break;
            default:
                forms.Table(writer, report, new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
