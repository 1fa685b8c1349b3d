using System.CommandLine;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Cli.Options;

/// <summary>A field of a request as an axis of a sweep: the option takes a value, a list or a range.</summary>
internal sealed class AxisOption : Option<SweepAxis[]?>, IShowsDefault
{
    private readonly RequestField varied;

    public AxisOption(RequestField varied) : base("--" + varied.Name)
    {
        this.varied = varied;
        Description = varied.Description;
        if (varied.Alias is { } alias) Aliases.Add("--" + alias);
        HelpName = varied.HelpName + (varied.HelpName.Contains('|', StringComparison.Ordinal) ? "" : ",...");
        Arity = varied switch
        {
            { IsFlag: true } => ArgumentArity.ZeroOrOne,
            { Repeats: true } => ArgumentArity.OneOrMore,
            _ => ArgumentArity.ExactlyOne,
        };
        CustomParser = result => Read([.. result.Tokens.Select(token => token.Value)], result.AddError);
        if (varied.Choices.Count > 0) CompletionSources.Add([.. varied.Choices]);
    }

    /// <summary>The default as the help shows it; null when there is none.</summary>
    public string? DefaultText => varied.IsFlag ? null : varied.Default;

    /// <summary>The axes that were given; none where the option was not.</summary>
    public IReadOnlyList<SweepAxis> Axes(ParseResult parsed) =>
        parsed.GetResult(this) is not { Implicit: false } ? [] : parsed.GetValue(this) ?? [new SweepAxis(varied.Name, ["on"])];

    private SweepAxis[]? Read(string[] words, Action<string> refuse)
    {
        if (words.Length == 0) return [new SweepAxis(varied.Name, ["on"])];
        try
        {
            return [.. new AxisReader().Read(varied.Name, words, Name)];
        }
        catch (ModelException e)
        {
            refuse($"{Name}: {e.Problem}");
            return null;
        }
    }
}
