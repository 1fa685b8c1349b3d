using System.CommandLine;
using MountSim.Cli.Help;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>man</c>: the manual page.</summary>
internal static class ManVerb
{
    public static Verb Create(Session session)
    {
        var verb = new Verb("man", "Print the manual page, made from the commands as they are.", ["mountsim man | man -l -", "mountsim man > /usr/local/share/man/man1/mountsim.1"], []);
        verb.SetAction(parsed =>
        {
            ManPage.Write((RootCommand)parsed.RootCommandResult.Command, session.Out, Tool.Version);
            return ExitCode.Done;
        });
        return verb;
    }
}
