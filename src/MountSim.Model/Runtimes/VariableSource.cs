using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A variable as files state it.</summary>
/// <param name="Law">Its law, not read yet.</param>
/// <param name="Meaning">What it counts.</param>
/// <param name="Scope">Where the law's names are looked up.</param>
/// <param name="Fixed">Why it cannot be set otherwise, or null.</param>
internal sealed record VariableSource(YamlValue Law, string Meaning, NameScope Scope, string? Fixed = null)
{
    /// <summary>Reads <c>{ law, meaning, fixed }</c>, or a law alone where an included runtime gives the meaning.</summary>
    public static VariableSource Read(YamlValue value, VariableSource? inherited)
    {
        if (value.IsScalar && inherited is not null)
            return inherited with { Law = value, Scope = NameScope.Outermost, Fixed = null };
        var map = value.AsMap();
        map.AllowOnly("law", "meaning", "fixed");
        return new VariableSource(
            map.Require("law"), map.Find("meaning")?.AsText() ?? inherited?.Meaning ?? map.Require("meaning").AsText(), NameScope.Outermost, map.Find("fixed")?.AsText());
    }

    /// <summary>What <c>with</c> sets for an included runtime: a variable of it, or a value of the workload as it shall see it.</summary>
    public static VariableSource With(YamlValue law, VariableSource? inherited) =>
        new(law, inherited?.Meaning ?? $"{law.Key} of the included runtime, instead of the workload's", NameScope.Outermost);
}
