using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Requests;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>capacity</c>: how much a host takes before a target is missed.</summary>
internal sealed class CapacityVerb
{
    private static readonly CapacityQuestion Defaults = new() { Request = new PredictRequest(), Targets = [] };

    private static readonly ReportForms<CapacityReport> Forms = new(
        CapacityTable.Write,
        (writer, report, dialect) => CsvTable.Write(writer, CapacityColumns.Of(report), report.Points, dialect),
        CapacityJson.Write,
        CapacityWorkbook.Bytes,
        CapacityPlot.Write);

    private readonly TextsOption slo = new("--slo", "TARGET", "A result of predict and its limit, such as start_p99_ms<=10000, start_p99_ms<=10s or containers_per_s>=50 (quote it: < and > are the shell's). May be given more than once; all must hold");
    private readonly TextOption vary = new("--vary", "OPTION", "What grows: containers (the burst), running (the density), rate (starts a second), or any other number of the scenario", Defaults.Vary);
    private readonly RealOption from = new("--from", "The smallest value tried", 0, 1e6, Defaults.From);
    private readonly RealOption to = new("--to", "The largest value tried", 0, 1e6, Defaults.To, aboveMin: true);
    private readonly ShareOption resolution = new("--resolution", "How near the answer comes to the next value, which is not claimed; whole numbers are never split", 0.0001, 1, Defaults.Resolution);
    private readonly IntegerOption maxReplications = new("--max-replications", "Simulations of one value at most, where --replications leave it undecided", 2, 100_000, Defaults.MaxReplications);
    private readonly RequestOptions scenario = new("precision", "max-replications");
    private readonly ReportOutputs<CapacityReport> outputs = new(Forms, "Draw the targeted results over what grows");
    private readonly Session session;

    private CapacityVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new CapacityVerb(session);
        var command = new Verb(
            "capacity",
            "Find the largest burst, density or start rate for which targets hold. Exit code 1 when they do not hold even at the smallest.",
            [
                "mountsim capacity --slo \"start_p99_ms<=1s\"",
                "mountsim capacity --machine r5.metal --runtime k8s-containerd-userns-perlayer --layers 50 --slo \"start_p99_ms<=10s\"",
                "mountsim capacity --vary running --containers 50 --slo \"start_p99_ms<=1s\" --slo \"makespan_ms<=2s\"",
                "mountsim capacity --vary rate --containers 300 --slo \"start_p99_ms<=500\" --to 2000",
            ],
            [new OptionGroup("Question", [verb.slo, verb.vary, verb.from, verb.to, verb.resolution, verb.maxReplications]), .. verb.scenario.Groups, verb.outputs.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var request = scenario.Read(parsed);
        var problems = RequestRules.Problems(request).ToList();
        if (problems.Count > 0) return UsageError.Report(problems, "mountsim capacity", session.Error);
        var question = new CapacityQuestion
        {
            Request = request,
            Targets = [.. slo.Read(parsed).Select(Slo.Parse)],
            Vary = parsed.GetValue(vary)!,
            From = parsed.GetValue(from)!.Value,
            To = parsed.GetValue(to)!.Value,
            Resolution = parsed.GetValue(resolution)!.Value,
            MaxReplications = parsed.GetValue(maxReplications)!.Value,
        };
        var report = outputs.Run(parsed, session, "capacity", (progress, cancellation) => Capacity.Find(question, progress, cancellation));
        return report.IsMet ? ExitCode.Done : ExitCode.AnsweredNo;
    }
}
