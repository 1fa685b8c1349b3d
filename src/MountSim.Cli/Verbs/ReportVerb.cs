using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Reporting.Files;
using MountSim.Reporting.Html;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>report</c>: results as one page.</summary>
internal static class ReportVerb
{
    public static Verb Create(Session session)
    {
        var inputs = new Argument<string[]>("INPUT") { HelpName = "INPUT...", Arity = ArgumentArity.OneOrMore, Description = "What predict, compare, sweep, capacity, fleet and validate write with --format json" };
        var title = new TextOption("--title", "TEXT", "The page's title; by default the result's own");
        var output = new TextOption("--output", "FILE", "Write the page to a file, whole or not at all, instead of standard output");
        var quiet = new Option<bool>("--quiet") { Description = "No remarks" };
        var verb = new Verb(
            "report",
            "Put results into one HTML page that needs no network: charts, tables, notes and the commands that make them again.",
            [
                "mountsim predict --output burst.json && mountsim report burst.json --output burst.html",
                "mountsim report burst.json mitigations.json sweep.json --title \"Rack 7\" --output rack7.html",
            ],
            [new OptionGroup("Page", [title]), new OptionGroup("Output", [output, quiet])]);
        verb.Arguments.Add(inputs);
        verb.SetAction(parsed =>
        {
            var path = parsed.GetValue(output);
            if (path is not null) AtomicFile.Check("--output", path);
            var page = HtmlReport.Of(parsed.GetRequiredValue(inputs), parsed.GetValue(title), CommandText.Of(parsed), Tool.Version);
            if (path is null)
            {
                session.Out.Write(page);
                return ExitCode.Done;
            }

            AtomicFile.WriteAll([OutputText.File("--output", path, writer => writer.Write(page))]);
            if (!parsed.GetValue(quiet)) session.Error.WriteLine($"wrote {path}");
            return ExitCode.Done;
        });
        return verb;
    }
}
