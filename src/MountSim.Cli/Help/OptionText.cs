using System.CommandLine;
using MountSim.Cli.Options;

namespace MountSim.Cli.Help;

/// <summary>An option as the help shows it.</summary>
internal static class OptionText
{
    public static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Prepend(option.Name).Distinct());
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    public static string Describe(Option option) =>
        option is IShowsDefault { DefaultText: { } byDefault } ? $"{option.Description} [{byDefault}]" : option.Description ?? "";
}
