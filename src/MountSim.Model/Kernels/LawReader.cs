using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Reads laws over the variables and a kernel's constants; the constants are bound, so that only variables are left.</summary>
internal sealed class LawReader
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, double> values = [];
    private readonly List<string> names;

    public LawReader(IReadOnlyDictionary<string, double> constants)
    {
        names = [.. VariableNames.All, .. constants.Keys];
        foreach (var (name, value) in constants)
        {
            var index = VariableNames.Count + indexes.Count;
            indexes.Add(name, index);
            values.Add(index, value);
        }
    }

    public Expression Read(YamlValue value) => Expression.Parse(value.AsText(), value.Place, Resolve, names).Bind(values);

    private int? Resolve(string name) =>
        VariableNames.IndexOf(name) ?? (indexes.TryGetValue(name, out var index) ? index : null);
}
