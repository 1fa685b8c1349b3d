using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A variable as files state it.</summary>
/// <param name="Law">Its law, not read yet.</param>
/// <param name="Meaning">What it counts.</param>
internal sealed record VariableSource(YamlValue Law, string Meaning)
{
    /// <summary>Reads <c>{ law, meaning }</c>, or a law alone where an included runtime gives the meaning.</summary>
    public static VariableSource Read(YamlValue value, VariableSource? inherited)
    {
        if (value.IsScalar && inherited is not null)
            return inherited with { Law = value };
        var map = value.AsMap();
        map.AllowOnly("law", "meaning");
        return new VariableSource(map.Require("law"), map.Find("meaning")?.AsText() ?? inherited?.Meaning ?? map.Require("meaning").AsText());
    }
}
