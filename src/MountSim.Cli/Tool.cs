using System.CommandLine;
using System.CommandLine.Help;
using MountSim.Cli.Help;
using MountSim.Cli.Verbs;

namespace MountSim.Cli;

/// <summary>The root command with its verbs.</summary>
internal static class Tool
{
    public static RootCommand Create(Session session)
    {
        var root = new RootCommand("Predicts how long container starts take on large hosts, and which kernel lock is to blame.")
        {
            CalibrateVerb.Create(session),
            PredictVerb.Create(session),
            BurstVerb.Create(session),
            ValidateVerb.Create(session),
            ModelsVerb.Create(session),
        };
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new VerbHelp(session.Terminal.Width);
        return root;
    }
}
