using System.CommandLine;
using System.CommandLine.Parsing;

namespace MountSim.Cli.Options;

/// <summary>A name or a path: not empty, and no control characters, which would break a line of the output.</summary>
internal class TextOption : Option<string?>
{
    public TextOption(string name, string helpName, string description, string? byDefault = null) : base(name)
    {
        Description = description;
        HelpName = helpName;
        CustomParser = Read;
        if (byDefault is not null) DefaultValueFactory = _ => byDefault;
    }

    private string? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Trim().Length > 0 && !text.Any(char.IsControl)) return text;
        result.AddError(Numbers.Found(Name, string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)), "text that is not empty and has no control characters"));
        return null;
    }
}
