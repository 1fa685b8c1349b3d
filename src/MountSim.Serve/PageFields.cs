using Microsoft.Extensions.Primitives;
using MountSim.Experiments;
using MountSim.Experiments.Requests;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Serve;

/// <summary>The controls of the page, in its order: what the page shows is what its address may say, and nothing else.</summary>
public static class PageFields
{
    /// <summary>The controls under their headings.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<PageField> Fields)> Groups { get; } =
    [
        (
            "Machine",
            [
                PageField.Choice("machine", "Machine", unsaid: "by size"),
                PageField.Number("cores", "Cores", 1, 512),
                PageField.Number("sockets", "Sockets", 1, 8),
                PageField.Choice("smt", "SMT", unsaid: "as is", of: ["on", "off"]),
            ]
        ),
        ("Software", [PageField.Choice("kernel", "Kernel"), PageField.Choice("runtime", "Runtime"), PageField.Choice("api", "Mount calls")]),
        (
            "Burst",
            [
                PageField.Number("containers", "Containers", 1, 1000),
                PageField.Number("concurrency", "At a time", 1, 1000, unsaid: "all"),
                PageField.Number("layers", "Layers", 1, 100),
                PageField.Number("volumes", "Volumes", 0, 50),
            ]
        ),
        ("Host", [PageField.Number("host-mounts", "Mounts on the host", 1, 1000), PageField.Number("other-namespaces", "Other mount namespaces", 0, 100)]),
        ("Exactness", [PageField.Number("replications", "Replications", 2, 100), PageField.Number("seed", "Seed", 0, 9999)]),
    ];

    /// <summary>All controls.</summary>
    public static IReadOnlyList<PageField> All { get; } = [.. Groups.SelectMany(group => group.Fields)];

    private static readonly IReadOnlyList<string> Names = [.. All.Select(field => field.Name)];

    /// <summary>The request of an address: what it does not say is as in the request it starts from.</summary>
    /// <param name="start">What is so where nothing is said.</param>
    /// <param name="query">Parameters with their values.</param>
    /// <exception cref="ModelException">The first thing that is wrong: parameter, value, remedy.</exception>
    public static PredictRequest Read(PredictRequest start, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var request = start;
        foreach (var (name, values) in query)
        {
            var field = All.FirstOrDefault(one => one.Name == name) ?? throw Unknown(name);
            if (values.Count != 1) throw new ModelException(name, $"found {values.Count} values; allowed: one");
            request = field.Set(request, values[0] ?? "");
        }

        if (RequestRules.Problems(request).FirstOrDefault() is { } problem) throw new ModelException(problem.Split(": ")[0], problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        return request;
    }

    private static ModelException Unknown(string name) => RequestFields.Names.Contains(name, StringComparer.Ordinal)
        ? new ModelException(name, $"is not on this page; use it on the command line: mountsim predict --{name}. On the page: {string.Join(", ", Names)}")
        : new ModelException(PageField.Shown(name), $"there is no such parameter; {NearestName.Hint(PageField.Shown(name), Names)}");
}
