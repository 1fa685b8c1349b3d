using System.CommandLine;
using System.CommandLine.Completions;
using MountSim.Experiments;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Cli.Options;

/// <summary>A field of a request as an option of its own.</summary>
internal sealed class FieldOption : Option<string[]?>, IShowsDefault
{
    private static readonly PredictRequest Defaults = new();

    // Where the models lie that a field names.
    private static readonly Dictionary<string, string> Models = new(StringComparer.Ordinal) { ["kernel"] = "kernels", ["machine"] = "machines", ["runtime"] = "runtimes" };

    private readonly RequestField requested;

    public FieldOption(RequestField requested) : base("--" + requested.Name)
    {
        this.requested = requested;
        Description = requested.Description;
        if (requested.Alias is { } alias) Aliases.Add("--" + alias);
        if (!requested.IsFlag) HelpName = requested.HelpName;
        Arity = requested switch
        {
            { IsFlag: true } => ArgumentArity.ZeroOrOne,
            { Repeats: true } => ArgumentArity.OneOrMore,
            _ => ArgumentArity.ExactlyOne,
        };
        CustomParser = result => Words([.. result.Tokens.Select(token => token.Value)], result.AddError);
        if (requested.Choices.Count > 0) CompletionSources.Add([.. requested.Choices]);
        if (Models.TryGetValue(requested.Name, out var folder)) CompletionSources.Add(_ => new ModelFiles(folder, requested.Name).Names.Select(name => new CompletionItem(name)));
    }

    /// <summary>The default as the help shows it; null when there is none.</summary>
    public string? DefaultText => requested.IsFlag ? null : requested.Default;

    /// <summary>The request with what was given; the request as it is where nothing was.</summary>
    public PredictRequest Apply(PredictRequest request, ParseResult parsed) =>
        parsed.GetResult(this) is { Implicit: false } ? (parsed.GetValue(this) ?? ["on"]).Aggregate(request, requested.Set) : request;

    private string[] Words(string[] words, Action<string> refuse)
    {
        if (words.Length == 0) return ["on"];
        foreach (var word in words)
        {
            try
            {
                requested.Set(Defaults, word);
            }
            catch (ModelException e)
            {
                refuse($"{Name}: {e.Problem}");
                return words;
            }
        }

        foreach (var again in words.GroupBy(word => word.Split('=')[0], StringComparer.Ordinal).Where(same => requested.Repeats && same.Count() > 1))
            refuse($"{Name}: found '{again.Last()}'; allowed: {again.Key} once");
        return words;
    }
}
