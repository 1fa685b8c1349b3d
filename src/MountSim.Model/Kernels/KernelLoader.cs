using MountSim.Model.Runtimes;
using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Builds a kernel from its document and those it extends: a later document's entries replace earlier ones, by name.</summary>
internal static class KernelLoader
{
    private static readonly string[] Keys = ["name", "title", "extends", "what_if", "lacks", "walk", "constants", "locks", "operations"];

    /// <summary>Builds and checks a kernel.</summary>
    /// <param name="chain">Documents, the one that extends nothing first.</param>
    public static KernelModel Build(IReadOnlyList<YamlMap> chain)
    {
        var model = Read(chain);
        KernelCheck.Require(model, chain[^1].Self.File);
        return model;
    }

    /// <summary>Builds a kernel whose scripts may still break a rule.</summary>
    /// <param name="chain">Documents, the one that extends nothing first.</param>
    public static KernelModel Read(IReadOnlyList<YamlMap> chain)
    {
        foreach (var document in chain)
            document.AllowOnly(Keys);
        var leaf = chain[^1];
        var laws = new LawReader(Constants(chain));
        var locks = LockReader.Read(Layers(chain, "locks"));
        var lacks = Lacks(chain);
        var operations = Operations(chain, lacks, new StepReader(laws, locks.ToDictionary(item => item.Id, StringComparer.Ordinal)));
        return new KernelModel(
            leaf.Require("name").AsText(),
            leaf.Require("title").AsText(),
            leaf.Find("extends")?.AsText(),
            leaf.Flag("what_if", false),
            WalkReader.Read(Layers(chain, "walk"), leaf),
            locks,
            operations,
            lacks);
    }

    private static Dictionary<string, Operation> Operations(IReadOnlyList<YamlMap> chain, HashSet<string> lacks, StepReader steps)
    {
        var operations = new Dictionary<string, Operation>(StringComparer.Ordinal);
        var layers = Layers(chain, "operations");
        foreach (var name in layers.SelectMany(layer => layer.Keys).Distinct().Where(name => !lacks.Contains(name)))
            operations.Add(name, OperationReader.Read(name, new LayeredMap(name, layers), steps));
        return operations;
    }

    /// <summary>What a document lacks, those that extend it lack too, until one of them has a script of it.</summary>
    private static HashSet<string> Lacks(IReadOnlyList<YamlMap> chain)
    {
        var lacks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in chain)
        {
            lacks.ExceptWith(document.Find("operations")?.AsMap().Keys ?? []);
            if (document.Find("lacks") is { } names)
                lacks.UnionWith(names.AsList().Select(name => name.AsOneOf(OperationNames.ByName)));
        }

        return lacks;
    }

    private static Dictionary<string, double> Constants(IReadOnlyList<YamlMap> chain)
    {
        var constants = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var layer in Layers(chain, "constants"))
        {
            foreach (var name in layer.Keys)
            {
                var value = layer.Require(name);
                if (VariableNames.IndexOf(name) is not null)
                    throw new ModelException(value.KeyPlace, $"constant '{name}' has the name of a variable; allowed: another name");
                constants[name] = value.AsNumber();
            }
        }

        return constants;
    }

    private static List<YamlMap> Layers(IReadOnlyList<YamlMap> chain, string key) =>
        [.. chain.Select(document => document.Find(key)?.AsMap()).OfType<YamlMap>()];
}
