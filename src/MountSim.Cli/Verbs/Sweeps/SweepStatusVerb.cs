using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Shards;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>The verb <c>sweep status</c>: which shards are missing.</summary>
internal static class SweepStatusVerb
{
    public static Verb Create(Session session)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of sweep run --out, or of fleet --out" };
        var output = new OutputOptions(OutputFormat.Table);
        var verb = new Verb(
            "status",
            "Say which shards of a sweep or a fleet are missing, as a scheduler takes them. Exits 1 when some are.",
            ["mountsim sweep status parts", "mountsim sweep status parts --format csv"],
            [output.Group]);
        verb.Arguments.Add(folder);
        verb.SetAction(parsed =>
        {
            var there = ShardFolder.Read(parsed.GetRequiredValue(folder));
            output.Write(parsed, session, (writer, format, _) =>
            {
                if (format == OutputFormat.Csv) CsvTable.Write(writer, ShardColumns.All, there.States);
                else if (format == OutputFormat.Json) ShardJson.Write(writer, there);
                else ShardText.Write(writer, there);
            });
            return there.Missing.Count == 0 ? ExitCode.Done : ExitCode.AnsweredNo;
        });
        return verb;
    }
}
