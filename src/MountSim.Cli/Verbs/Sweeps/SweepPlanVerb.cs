using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Shards;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verb <c>sweep plan</c>: what a sweep will take.</summary>
internal static class SweepPlanVerb
{
    public static Verb Create(Session session)
    {
        var (input, output) = (new SweepInput(), new OutputOptions(OutputFormat.Table));
        var shards = new IntegerOption("--shards", "Parts that the scenarios are dealt out to", 1, Shard.Most, 1);
        var threads = new IntegerOption("--threads", "Scenarios at a time in a process; by default one a CPU", 1, 1_024);
        var verb = new Verb(
            "plan",
            "Say how many scenarios and events a sweep has, and what time and memory it will take, before anything runs. The estimates are laws of measured runs (docs/scale.md).",
            ["mountsim sweep plan --containers 50..500:50 --runtime runc-1.5,crun-1.29", "mountsim sweep plan --design design.yaml --shards 40 --threads 8"],
            [new OptionGroup("Sweep", [input.Design, shards, threads]), .. input.Groups, output.Group]);
        verb.SetAction(parsed =>
        {
            var atATime = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            var estimate = SweepEstimate.Of(input.Plan(parsed), parsed.GetValue(shards)!.Value, new EventEstimate(), session.Cancellation);
            output.Write(parsed, session, (writer, format, _) =>
            {
                if (format == OutputFormat.Csv) CsvTable.Write(writer, EstimateColumns.Of(atATime), [estimate]);
                else if (format == OutputFormat.Json) ShardJson.Write(writer, estimate, atATime);
                else ShardText.Write(writer, estimate, atATime);
            });
            return ExitCode.Done;
        });
        return verb;
    }
}
