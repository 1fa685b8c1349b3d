using System.CommandLine;

namespace MountSim.Cli.Options;

/// <summary>The seed: equal seeds give equal bytes.</summary>
internal sealed class SeedOption : Option<long>
{
    public SeedOption(long byDefault, string description, long max = long.MaxValue) : base("--seed")
    {
        Description = description;
        HelpName = "N";
        DefaultValueFactory = _ => byDefault;
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Numbers.TryWhole(text, out var value) && value >= 0 && value <= max) return value;
            result.AddError(Numbers.Found(Name, text, $"a whole number from 0 to {Numbers.Text(max)}"));
            return 0;
        };
    }
}
