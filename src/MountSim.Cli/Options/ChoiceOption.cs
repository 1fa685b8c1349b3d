using System.CommandLine;
using System.CommandLine.Parsing;
using MountSim.Model.Yaml;

namespace MountSim.Cli.Options;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceOption<T> : Option<T>
{
    private readonly IReadOnlyDictionary<string, T> choices;

    /// <param name="name">The option.</param>
    /// <param name="description">What it means.</param>
    /// <param name="choices">The words and what they stand for.</param>
    public ChoiceOption(string name, string description, IReadOnlyDictionary<string, T> choices) : base(name)
    {
        this.choices = choices;
        Description = description;
        HelpName = string.Join('|', choices.Keys);
        CustomParser = Read;
        CompletionSources.Add([.. choices.Keys]);
    }

    private T? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (choices.TryGetValue(text, out var choice)) return choice;
        result.AddError($"{Name}: found '{text}'; {NearestName.Hint(text, [.. choices.Keys])}");
        return default;
    }
}
