using System.CommandLine;
using MountSim.Cli.Help;

namespace MountSim.Cli;

/// <summary>The tool without its process: arguments in, text and an exit code out.</summary>
public static class App
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Session session)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            var exit = Dispatch(args, session);
            session.Out.Flush();
            return exit;
        }
        catch (Exception failure)
        {
            return Failure.Report(failure, session);
        }
    }

    private static int Dispatch(string[] args, Session session)
    {
        var parsed = Tool.Create(session).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var asksForHelp = parsed.Action is VerbHelp;
        if (args.Length == 0)
        {
            VerbHelp.Write(parsed.CommandResult.Command, session.Error, session.Terminal.Width);
            return ExitCode.BadInput;
        }
        if (parsed.Errors.Count > 0 && !asksForHelp) return UsageError.Report(parsed, session.Error);
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = session.Out,
            Error = session.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }
}
