using System.CommandLine;
using System.CommandLine.Parsing;

namespace MountSim.Cli.Options;

/// <summary>A whole number within bounds.</summary>
internal sealed class IntegerOption : Option<int?>
{
    private readonly int min, max;

    public IntegerOption(string name, string description, int min, int max, int? byDefault = null) : base(name)
    {
        (this.min, this.max) = (min, max);
        Description = description;
        HelpName = "N";
        CustomParser = Read;
        if (byDefault is { } value) DefaultValueFactory = _ => value;
    }

    private int? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Numbers.TryWhole(text, out var value) && value >= min && value <= max) return (int)value;
        result.AddError(Numbers.Found(Name, text, $"a whole number from {Numbers.Text(min)} to {Numbers.Text(max)}"));
        return null;
    }
}
