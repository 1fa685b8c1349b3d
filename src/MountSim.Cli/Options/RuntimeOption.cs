using System.CommandLine.Completions;
using MountSim.Experiments;
using MountSim.Model.Runtimes;

namespace MountSim.Cli.Options;

/// <summary>Which runtime starts the containers.</summary>
internal sealed class RuntimeOption : TextOption
{
    public RuntimeOption() : base("--runtime", "NAME|FILE", "Container runtime by name or file", new PredictRequest().Runtime) =>
        CompletionSources.Add(_ => RuntimeCatalog.Names.Select(name => new CompletionItem(name)));
}
