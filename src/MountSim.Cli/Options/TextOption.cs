using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>A name or a path: not empty, and no control characters, which would break a line of the output.</summary>
internal sealed class TextOption : ValueOption<string, string?>
{
    public TextOption(string name, string helpName, string description, string? byDefault = null) : base(name, description, new PlainText(helpName), value => value)
    {
        if (byDefault is not null) ByDefault(byDefault);
    }
}
