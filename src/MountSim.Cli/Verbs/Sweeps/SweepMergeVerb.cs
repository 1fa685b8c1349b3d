using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Shards;
using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verb <c>sweep merge</c>: the rows of all shards as one machine would have written them.</summary>
internal static class SweepMergeVerb
{
    public static Verb Create(Session session)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of sweep run --out" };
        var plot = new TextOption("--plot", "FILE", "Draw the p99 start over the number that varies most, a line for each combination of the rest, as .svg or .png");
        var output = OutputOptions.ForSpreadsheets(OutputFormat.Csv, plot);
        var verb = new Verb(
            "merge",
            "Write the rows of all shards in the sweep's order: the same bytes as the sweep on one machine, however many shards. Refuses gaps, parts of another sweep and parts of another version.",
            ["mountsim sweep merge parts --output sweep.csv", "mountsim sweep merge parts --output sweep.xlsx --plot sweep.svg"],
            [output.Group]);
        verb.Arguments.Add(folder);
        verb.SetAction(parsed =>
        {
            var outputs = new SweepOutputs(output.Format(parsed), output.Csv(parsed), output.Output(parsed), parsed.GetValue(plot), output.Quiet(parsed), CommandText.Of(parsed));
            var parts = SweepParts.Read(parsed.GetRequiredValue(folder));
            if (parts.Sweep.Version != Tool.Version) throw new ModelException(parts.Parts.Folder, $"holds rows of version {parts.Sweep.Version}, and this is {Tool.Version}; merge with the version that computed them");
            parts.Parts.CheckWhole();
            outputs.Check();
            var failures = new List<SweepFailure>();
            outputs.Write(parts.Sweep.Plan(), () => failures, parts.Rows(failures), session, null);
            return SweepEndings.Report(failures, parts.Sweep.Scenarios, session);
        });
        return verb;
    }
}
