using System.CommandLine;

namespace MountSim.Cli.Options;

/// <summary>The seed: equal seeds give equal bytes.</summary>
internal sealed class SeedOption : Option<long>
{
    public SeedOption(long byDefault) : base("--seed")
    {
        Description = "Equal seeds give equal bytes, whatever the threads";
        HelpName = "N";
        DefaultValueFactory = _ => byDefault;
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Numbers.TryWhole(text, out var value) && value >= 0) return value;
            result.AddError(Numbers.Found(Name, text, $"a whole number from 0 to {Numbers.Text(long.MaxValue)}"));
            return 0;
        };
    }
}
