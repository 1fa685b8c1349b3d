using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Model.Traces.Raw;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>models trace</c>: what the lab's guests wrote becomes the traces that <c>models check --against</c> reads.</summary>
internal static class ModelsTraceVerb
{
    public static Verb Create(Session session)
    {
        var raw = new Argument<string[]>("DIR") { HelpName = "DIR...", Arity = ArgumentArity.OneOrMore, Description = "What guests of calibration/lab/boot left in their /out: one directory a kernel and number of CPUs" };
        var output = new TextOption("--output", "DIR", "Where the traces go, all of them or none; it must exist") { Required = true };
        var quiet = new Option<bool>("--quiet") { Description = "No remarks" };
        var verb = new Verb(
            "trace",
            "Turn the raw records of calibration/lab/run into lock traces.",
            ["mountsim models trace raw/1 --output traces", "mountsim models trace raw/1 raw/2 raw/4 --output traces"],
            [new OptionGroup("Output", [output, quiet])]);
        verb.Arguments.Add(raw);
        verb.SetAction(parsed =>
        {
            var traces = RawTraces.Read(parsed.GetRequiredValue(raw));
            var directory = parsed.GetRequiredValue(output)!;
            var files = TraceTables.Files(traces).Select(file => OutputText.File("--output", Path.Combine(directory, file.Name), file.Write)).ToList();
            AtomicFile.WriteAll(files);
            foreach (var file in files.Where(_ => !parsed.GetValue(quiet)))
                session.Error.WriteLine($"wrote {file.Path}");
            return ExitCode.Done;
        });
        return verb;
    }
}
