using System.CommandLine;
using MountSim.Experiments;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>The options of a scenario, which every verb that simulates has: one for each field of a request.</summary>
internal sealed class RequestOptions
{
    private static readonly (FieldGroup Group, string Title)[] Titles =
    [
        (FieldGroup.Machine, "Machine, kernel and runtime"),
        (FieldGroup.Burst, "Burst"),
        (FieldGroup.Host, "Host"),
        (FieldGroup.Replications, "Replications"),
    ];

    private readonly IReadOnlyList<FieldOption> options;

    /// <param name="without">Names of fields that the verb has no option for.</param>
    public RequestOptions(params string[] without)
    {
        var fields = RequestFields.All.Where(field => !without.Contains(field.Name)).Select(field => (field.Group, Option: new FieldOption(field))).ToList();
        options = [.. fields.Select(field => field.Option)];
        Groups = Grouped([.. fields.Select(field => (field.Group, (Option)field.Option))]);
    }

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>The request that the command line asks for.</summary>
    public PredictRequest Read(ParseResult parsed) => options.Aggregate(new PredictRequest(), (request, option) => option.Apply(request, parsed));

    /// <summary>Options of fields under the headings of the help.</summary>
    public static IReadOnlyList<OptionGroup> Grouped(IReadOnlyList<(FieldGroup Group, Option Option)> fields) =>
        [.. Titles.Select(title => new OptionGroup(title.Title, [.. fields.Where(field => field.Group == title.Group).Select(field => field.Option)]))];
}
