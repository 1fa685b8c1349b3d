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

    public static string Describe(Option option)
    {
        if (!option.HasDefaultValue || option.ValueType == typeof(bool) || option.ValueType == typeof(void)) return option.Description ?? "";
        var value = option.GetDefaultValue() switch
        {
            null => null,
            double share when option is ShareOption => ShareOption.Text(share),
            IFormattable number => Numbers.Text(number),
            var text => text.ToString(),
        };
        return value is null ? option.Description ?? "" : $"{option.Description} [{value}]";
    }
}
