using System.CommandLine;
using MountSim.Cli.Completion;
using MountSim.Cli.Help;

namespace MountSim.Cli.Verbs;

/// <summary>The hidden verb <c>suggest</c>, which the shells' completions call.</summary>
internal static class SuggestVerb
{
    public static Verb Create(Session session)
    {
        var line = new Argument<string>("LINE") { Description = "The command line up to the cursor" };
        var verb = new Verb("suggest", "Print what may come next on a command line.", ["mountsim suggest \"mountsim predict --ker\""], []) { Hidden = true };
        verb.Arguments.Add(line);
        verb.SetAction(parsed =>
        {
            foreach (var one in Suggestions.For((RootCommand)parsed.RootCommandResult.Command, parsed.GetRequiredValue(line))) session.Out.WriteLine(one);
            return ExitCode.Done;
        });
        return verb;
    }
}
