using System.CommandLine;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>An option with one value of a kind, or null when it is not given and has no default.</summary>
internal abstract class ValueOption<T, TOption> : Option<TOption>, IShowsDefault
{
    private readonly ValueKind<T> kind;
    private readonly Func<T, TOption> convert;

    /// <param name="name">The option.</param>
    /// <param name="description">What it means, with its unit.</param>
    /// <param name="kind">What a value may be.</param>
    /// <param name="convert">From the kind's value to the option's.</param>
    protected ValueOption(string name, string description, ValueKind<T> kind, Func<T, TOption> convert) : base(name)
    {
        (this.kind, this.convert) = (kind, convert);
        Description = description;
        HelpName = kind.HelpName;
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (kind.TryRead(text, out var value)) return convert(value);
            result.AddError($"{Name}: {kind.Refusal(text)}");
            return default;
        };
        if (kind.Choices.Count > 0) CompletionSources.Add([.. kind.Choices]);
    }

    /// <summary>The default as the help shows it; null when there is none.</summary>
    public string? DefaultText { get; private set; }

    /// <summary>The value when the option is not given.</summary>
    protected void ByDefault(T value)
    {
        DefaultText = kind.Text(value);
        DefaultValueFactory = _ => convert(value);
    }
}
