using System.CommandLine;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Options;

/// <summary>The options of a scenario, each of which takes several values.</summary>
internal sealed class AxisOptions
{
    private readonly IReadOnlyList<AxisOption> options;

    public AxisOptions()
    {
        var fields = RequestFields.All.Where(field => field.Name != "threads").Select(field => (field.Group, Option: new AxisOption(field))).ToList();
        options = [.. fields.Select(field => field.Option)];
        Groups = RequestOptions.Grouped([.. fields.Select(field => (field.Group, (Option)field.Option))]);
    }

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>The axes in the order of the command line: the last one changes fastest.</summary>
    public IReadOnlyList<SweepAxis> Read(ParseResult parsed) => [.. InOrder(parsed).SelectMany(option => option.Axes(parsed))];

    /// <summary>What was given, as it was given and in that order.</summary>
    public IEnumerable<string> Words(ParseResult parsed) =>
        InOrder(parsed).Where(option => parsed.GetResult(option) is { Implicit: false }).SelectMany(option => parsed.GetResult(option)!.Tokens.Select(token => token.Value).Prepend(option.Name));

    private IEnumerable<AxisOption> InOrder(ParseResult parsed)
    {
        var tokens = parsed.Tokens.Select(token => token.Value).ToList();
        return options.OrderBy(option => tokens.IndexOf(option.Name));
    }
}
