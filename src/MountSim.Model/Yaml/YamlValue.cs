using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace MountSim.Model.Yaml;

/// <summary>A YAML node under a key, read as its reader expects; a refusal names place, key, value found and what is allowed.</summary>
public sealed class YamlValue
{
    private readonly YamlNode node;

    internal YamlValue(YamlNode node, string file, string key, string? keyPlace = null)
    {
        this.node = node;
        File = file;
        Key = key;
        Place = PlaceOf(node, file);
        KeyPlace = keyPlace ?? Place;
    }

    /// <summary>The file's name, for messages.</summary>
    public string File { get; }

    /// <summary>The key this value stands under.</summary>
    public string Key { get; }

    /// <summary>file:line:column of the value.</summary>
    public string Place { get; }

    /// <summary>file:line:column of its key.</summary>
    public string KeyPlace { get; }

    /// <summary>True for a scalar (text, number, flag).</summary>
    public bool IsScalar => node is YamlScalarNode;

    /// <summary>The scalar as text; it may not be empty.</summary>
    public string AsText() => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Refuse("text");

    /// <summary>A finite number in the invariant culture.</summary>
    public double AsNumber() =>
        double.TryParse(Scalar("a number"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Refuse("a number");

    /// <summary>A finite number within bounds, both allowed.</summary>
    public double AsNumber(double low, double high)
    {
        var number = AsNumber();
        return number >= low && number <= high
            ? number
            : throw Refuse(string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"));
    }

    /// <summary>A whole number within bounds, both allowed.</summary>
    public int AsInteger(int low = 0, int high = int.MaxValue) =>
        int.TryParse(Scalar("a whole number"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= low && number <= high
            ? number
            : throw Refuse(string.Create(CultureInfo.InvariantCulture, $"a whole number from {low} to {high}"));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool AsFlag() => Scalar("true or false") switch
    {
        "true" => true,
        "false" => false,
        _ => throw Refuse("true or false"),
    };

    /// <summary>One of a set of names.</summary>
    public T AsOneOf<T>(IReadOnlyDictionary<string, T> names)
    {
        var text = Scalar(string.Join(", ", names.Keys));
        return names.TryGetValue(text, out var value)
            ? value
            : throw new ModelException(Place, $"'{Key}' is '{text}'; {NearestName.Hint(text, [.. names.Keys])}");
    }

    /// <summary>The value as a mapping.</summary>
    public YamlMap AsMap() => node is YamlMappingNode mapping ? new YamlMap(mapping, this) : throw Refuse("a mapping (key: value)");

    /// <summary>The value as a list; each element carries this key.</summary>
    public IReadOnlyList<YamlValue> AsList() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new YamlValue(child, File, Key))]
        : throw Refuse("a list (- item)");

    /// <summary>An error at this value.</summary>
    /// <param name="allowed">What would have been right.</param>
    public ModelException Refuse(string allowed) => new(Place, $"'{Key}' is {Found}; allowed: {allowed}");

    internal static string PlaceOf(YamlNode node, string file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{node.Start.Line}:{node.Start.Column}");

    private string Found => node switch
    {
        YamlScalarNode { Value: null or "" } => "empty",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    private string Scalar(string allowed) => node is YamlScalarNode { Value: { } text } ? text : throw Refuse(allowed);
}
