using System.CommandLine;
using System.CommandLine.Parsing;

namespace MountSim.Cli.Options;

/// <summary>A finite number within bounds.</summary>
internal sealed class RealOption : Option<double?>
{
    private readonly double min, max;
    private readonly bool aboveMin;

    /// <param name="name">The option.</param>
    /// <param name="description">What it means, with its unit.</param>
    /// <param name="min">Smallest.</param>
    /// <param name="max">Largest allowed.</param>
    /// <param name="byDefault">The value when the option is not given; null when there is none.</param>
    /// <param name="aboveMin">The smallest itself is not allowed.</param>
    public RealOption(string name, string description, double min, double max, double? byDefault = null, bool aboveMin = false) : base(name)
    {
        (this.min, this.max, this.aboveMin) = (min, max, aboveMin);
        Description = description;
        HelpName = "X";
        CustomParser = Read;
        if (byDefault is { } value) DefaultValueFactory = _ => value;
    }

    private double? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Numbers.TryReal(text, out var value) && value <= max && (aboveMin ? value > min : value >= min)) return value + 0.0;
        var from = aboveMin ? $"above {Numbers.Text(min)}, at most" : $"from {Numbers.Text(min)} to";
        result.AddError(Numbers.Found(Name, text, $"a number {from} {Numbers.Text(max)}"));
        return null;
    }
}
