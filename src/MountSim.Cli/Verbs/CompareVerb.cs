using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Requests;
using MountSim.Model;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Spreadsheets;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>compare</c>: scenarios side by side, and what each change buys.</summary>
internal sealed class CompareVerb
{
    private const string Name = "mountsim compare";

    private static readonly ReportForms<ComparisonReport> Forms = new(
        ComparisonTable.Write,
        (writer, report, dialect) => CsvTable.Write(writer, ComparisonColumns.All, ComparisonColumns.Rows(report), dialect),
        ComparisonJson.Write,
        ComparisonWorkbook.Bytes,
        ComparisonPlot.Write);

    private readonly TextsOption with = new(
        "--with",
        "CHANGES",
        "A variant: options of predict without their dashes, such as \"kernel=linux-7.0 layers=10\". A list makes a variant of each value (kernel=linux-6.1,linux-7.0); a name may stand before (\"modern: kernel=linux-7.0\"). May be given more than once");

    private readonly TextsOption whatIf = new(
        "--what-if",
        "NAME=xFACTOR",
        "A variant with something made faster or slower, the value of fixing it before anyone does: a lock (namespace_sem=x0.5: the kernel code that runs while it is held, inner locks' included, takes half its time; line transfers and waits stay), "
        + "an operation or part of one (namespace.copy=x0), or a cost: instruction, transfer, grace_period, wake_up, user_cpu. May be given more than once; with blanks between, several are one variant");

    private readonly Option<bool> mitigations = new("--mitigations") { Description = "Try all mitigations that apply and rank them by what they buy, each with its price; 'mountsim models list' names them" };
    private readonly ChoiceOption<string?> rankBy = new(
        "--rank-by",
        "What --mitigations rank by; by default the makespan, or with --rate the p99 start",
        new Dictionary<string, string?>(StringComparer.Ordinal) { [Comparer.ByMakespan] = Comparer.ByMakespan, [Comparer.ByStart] = Comparer.ByStart });

    private readonly RequestOptions baseline = new("what-if");
    private readonly ReportOutputs<ComparisonReport> outputs = new(Forms, "Draw each variant's ratio to the baseline with its interval");
    private readonly Session session;

    private CompareVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new CompareVerb(session);
        var command = new Verb(
            "compare",
            "Hold variants of a scenario against it, under common random numbers: what does a change buy?",
            [
                "mountsim compare --with kernel=linux-6.1,linux-6.18,linux-7.1",
                "mountsim compare --machine r5.metal --containers 100 --with smt=off --with pin-sockets=1 --with \"both: smt=off pin-sockets=1\"",
                "mountsim compare --what-if namespace_sem=x0.5 --what-if transfer=x0.5",
                "mountsim compare --machine r5.metal --runtime k8s-containerd-userns-perlayer --containers 100 --layers 50 --mitigations",
            ],
            [new OptionGroup("Variants", [verb.with, verb.whatIf, verb.mitigations, verb.rankBy]), .. verb.baseline.Groups, verb.outputs.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var request = baseline.Read(parsed);
        var problems = RequestRules.Problems(request).Concat(Problems(parsed)).ToList();
        if (problems.Count > 0) return UsageError.Report(problems, Name, session.Error);
        var variants = with.Read(parsed).SelectMany(text => VariantText.Read(request, text)).Concat(whatIf.Read(parsed).Select(text => WhatIf(request, text))).ToList();
        outputs.Run(parsed, session, "compare", (progress, cancellation) => parsed.GetValue(mitigations)
            ? Comparer.Mitigate(request, parsed.GetValue(rankBy), progress, cancellation)
            : Comparer.Compare(request, variants, progress, cancellation));
        return ExitCode.Done;
    }

    private IEnumerable<string> Problems(ParseResult parsed)
    {
        var tried = with.Read(parsed).Count + whatIf.Read(parsed).Count;
        if (parsed.GetValue(mitigations) && tried > 0) yield return "--mitigations: found beside --with or --what-if; allowed: alone, since it ranks what it tries";
        if (!parsed.GetValue(mitigations) && tried == 0) yield return "nothing to compare with; give --with, --what-if or --mitigations";
        if (!parsed.GetValue(mitigations) && parsed.GetValue(rankBy) is { } ranked) yield return $"--rank-by: found '{ranked}' without --mitigations; allowed: with it";
    }

    private static Variant WhatIf(PredictRequest request, string text)
    {
        try
        {
            return new Variant($"what if {text}", $"what-if={text}", VariantText.Set(request, "what-if", text));
        }
        catch (ModelException e)
        {
            throw new ModelException("--what-if", e.Problem);
        }
    }
}
