using YamlDotNet.RepresentationModel;

namespace MountSim.Model.Yaml;

/// <summary>A YAML mapping with scalar keys, in the file's order.</summary>
public sealed class YamlMap
{
    private readonly Dictionary<string, YamlValue> values = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];

    internal YamlMap(YamlMappingNode node, YamlValue self)
    {
        Self = self;
        foreach (var (keyNode, valueNode) in node.Children)
        {
            if (keyNode is not YamlScalarNode { Value: { } key })
                throw new ModelException(YamlValue.PlaceOf(keyNode, self.File), $"a key of '{self.Key}' is not plain text");
            keys.Add(key);
            values.Add(key, new YamlValue(valueNode, self.File, key, YamlValue.PlaceOf(keyNode, self.File)));
        }
    }

    /// <summary>The mapping as a value: its place and the key it stands under.</summary>
    public YamlValue Self { get; }

    /// <summary>file:line:column of the mapping.</summary>
    public string Place => Self.Place;

    /// <summary>Keys in the file's order.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>The value of a key, or null when it is absent.</summary>
    public YamlValue? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>True when the key is present.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>The value of a key that must be present.</summary>
    public YamlValue Require(string key) => Find(key)
        ?? throw new ModelException(Place, $"'{Self.Key}' lacks the key '{key}'; found: {string.Join(", ", keys)}");

    /// <summary>Refuses every key that is not among <paramref name="allowed"/>, with the nearest name.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> allowed)
    {
        foreach (var key in keys)
        {
            if (!allowed.Contains(key))
                throw new ModelException(values[key].KeyPlace, $"unknown key '{key}' in '{Self.Key}'; {NearestName.Hint(key, allowed)}");
        }
    }

    /// <summary>The text of a key, or a default when it is absent.</summary>
    public string Text(string key, string otherwise) => Find(key)?.AsText() ?? otherwise;

    /// <summary>The number of a key, or a default when it is absent.</summary>
    public double Number(string key, double otherwise) => Find(key)?.AsNumber() ?? otherwise;

    /// <summary>The truth value of a key, or a default when it is absent.</summary>
    public bool Flag(string key, bool otherwise) => Find(key)?.AsFlag() ?? otherwise;
}
