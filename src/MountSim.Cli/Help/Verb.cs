using System.CommandLine;
using MountSim.Cli.Options;

namespace MountSim.Cli.Help;

/// <summary>A command with examples and with its options in groups, for a help that begins with what to type.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, IReadOnlyList<string> examples, IReadOnlyList<OptionGroup> groups) : base(name, description)
    {
        (Examples, Groups) = (examples, groups);
        foreach (var option in groups.SelectMany(group => group.Options)) Options.Add(option);
    }

    public IReadOnlyList<string> Examples { get; }

    public IReadOnlyList<OptionGroup> Groups { get; }
}
