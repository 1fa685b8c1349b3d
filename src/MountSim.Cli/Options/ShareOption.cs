using System.CommandLine;
using System.CommandLine.Parsing;

namespace MountSim.Cli.Options;

/// <summary>A share, written as a percentage (5%) or as a fraction (0.05).</summary>
internal sealed class ShareOption : Option<double?>
{
    private readonly double min, max;

    public ShareOption(string name, string description, double min, double max, double? byDefault = null) : base(name)
    {
        (this.min, this.max) = (min, max);
        Description = description;
        HelpName = "PERCENT";
        CustomParser = Read;
        if (byDefault is { } value) DefaultValueFactory = _ => value;
    }

    /// <summary>The default as the help shows it.</summary>
    public static string Text(double share) => Numbers.Text(share * 100) + "%";

    private double? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var isPercentage = text.EndsWith('%');
        if (Numbers.TryReal(isPercentage ? text[..^1] : text, out var value))
        {
            var share = isPercentage ? value / 100 : value;
            if (share >= min && share <= max) return share;
        }
        result.AddError(Numbers.Found(Name, text, $"{Text(min)} to {Text(max)}, or the fraction {Numbers.Text(min)} to {Numbers.Text(max)}"));
        return null;
    }
}
