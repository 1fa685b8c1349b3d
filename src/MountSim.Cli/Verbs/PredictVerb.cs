using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Requests;
using MountSim.Reporting;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>predict</c>: how long a burst takes and which lock is to blame.</summary>
internal sealed class PredictVerb
{
    private readonly RequestOptions requested = new();
    private readonly TextOption locks = new("--locks", "FILE", "Write a CSV row a lock and mode too");
    private readonly TextOption plot = new("--plot", "FILE", "Draw start times, waits by lock, utilisation over time and sensitivity, as .svg or .png");
    private readonly TraceOutput trace = new();
    private readonly TextOption scenario = new("--scenario", "NAME", "Name of the scenario in the output");
    private readonly OutputOptions output;
    private readonly Session session;

    private PredictVerb(Session session)
    {
        this.session = session;
        output = OutputOptions.ForSpreadsheets(OutputFormat.Table, [locks, plot, .. trace.Options, scenario]);
    }

    public static Verb Create(Session session)
    {
        var verb = new PredictVerb(session);
        var command = new Verb(
            "predict",
            "Predict how long a burst of container starts takes, and which lock is to blame.",
            [
                "mountsim predict",
                "mountsim predict --machine epyc-9654-2s --kernel linux-6.8 --containers 1000 --concurrency 100",
                "mountsim predict --cores 64 --sockets 2 --smt off --layers 50 --precision 5%",
                "mountsim predict --format csv --output burst.csv --locks locks.csv --plot burst.svg",
                "mountsim predict --containers 100 --trace storm.json.gz",
            ],
            [.. verb.requested.Groups, verb.output.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var request = requested.Read(parsed);
        var problems = RequestRules.Problems(request).ToList();
        if (problems.Count > 0) return UsageError.Report(problems, "mountsim predict", session.Error);
        var outputs = new PredictOutputs(output.Format(parsed), output.Csv(parsed), output.Output(parsed), parsed.GetValue(locks), parsed.GetValue(plot), trace.Path(parsed), CommandText.Of(parsed));
        outputs.Check();
        trace.Check(parsed);
        var quiet = output.Quiet(parsed);
        var report = Predict(request, quiet);
        if (parsed.GetValue(scenario) is { } name) report = report.Named(name);
        var shown = "";
        outputs.Write(report, trace.File(parsed, request, report.Summary, text => shown = text, session.Cancellation), session, quiet);
        if (shown.Length > 0 && !quiet) session.Error.WriteLine($"the trace shows {shown}");
        return ExitCode.Done;
    }

    private PredictionReport Predict(PredictRequest request, bool quiet)
    {
        if (quiet || !session.Terminal.Progress) return session.Predict(request, null, session.Cancellation);
        using var line = new ProgressLine(session);
        return session.Predict(request, new PredictProgressReporter(line, "predict"), session.Cancellation);
    }
}
