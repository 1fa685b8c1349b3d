using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using MountSim.Cli.Help;
using MountSim.Cli.Verbs;

namespace MountSim.Cli;

/// <summary>The root command with its verbs.</summary>
internal static class Tool
{
    /// <summary>The version with the commit it was built from: what may differ when numbers differ.</summary>
    public static string Version { get; } = typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static RootCommand Create(Session session)
    {
        var root = new RootCommand("Predicts how long container starts take on large hosts, and which kernel lock is to blame.")
        {
            CalibrateVerb.Create(session),
            PredictVerb.Create(session),
            CompareVerb.Create(session),
            SweepVerb.Create(session),
            CapacityVerb.Create(session),
            FleetVerb.Create(session),
            BurstVerb.Create(session),
            ValidateVerb.Create(session),
            ServeVerb.Create(session),
            ReportVerb.Create(session),
            ModelsVerb.Create(session),
            CompletionVerb.Create(session),
            ManVerb.Create(session),
            SuggestVerb.Create(session),
        };
        foreach (var version in root.Options.OfType<VersionOption>()) version.Action = new VersionText();
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new VerbHelp(session.Terminal.Width);
        return root;
    }
}
