using System.CommandLine;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>Texts, the option any number of times.</summary>
internal sealed class TextsOption : Option<string[]?>
{
    public TextsOption(string name, string helpName, string description) : base(name)
    {
        var kind = new PlainText(helpName);
        Description = description;
        HelpName = helpName;
        Arity = ArgumentArity.OneOrMore;
        CustomParser = result =>
        {
            foreach (var token in result.Tokens.Where(token => !kind.TryRead(token.Value, out _))) result.AddError($"{Name}: {kind.Refusal(token.Value)}");
            return [.. result.Tokens.Select(token => token.Value)];
        };
    }

    /// <summary>What was given.</summary>
    public IReadOnlyList<string> Read(ParseResult parsed) => parsed.GetValue(this) ?? [];
}
