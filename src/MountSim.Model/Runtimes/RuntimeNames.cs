using MountSim.Model.Kernels;
using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>The names that a runtime's laws may use, and the laws of its variables.</summary>
internal sealed class RuntimeNames
{
    private readonly Dictionary<string, int> slots = new(RuntimeSlots.Workload, StringComparer.Ordinal);
    private readonly Dictionary<string, int> all;
    private readonly List<RuntimeVariable> variables = [];

    public RuntimeNames(IReadOnlyList<KeyValuePair<string, VariableSource>> sources)
    {
        foreach (var (name, source) in sources)
        {
            if (slots.ContainsKey(name) || RuntimeSlots.State.ContainsKey(name))
                throw new ModelException(source.Law.Place, $"'{name}' is a name of the workload or the state; allowed: any other name");
            variables.Add(new RuntimeVariable(name, source.Meaning, Parse(source.Law, slots, source.Scope), source.Fixed));
            slots.Add(name, RuntimeSlots.FirstVariable + variables.Count - 1);
        }

        all = slots.Concat(RuntimeSlots.State).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The variables in slot order.</summary>
    public IReadOnlyList<RuntimeVariable> Variables => variables;

    /// <summary>A law over workload values and the variables read so far.</summary>
    public Expression VariableLaw(YamlValue value) => Parse(value, slots, NameScope.Outermost);

    /// <summary>A law of a step, which may use the state too.</summary>
    public Expression StepLaw(YamlValue value, NameScope scope) => Parse(value, all, scope);

    private static Expression Parse(YamlValue value, Dictionary<string, int> names, NameScope scope) =>
        Expression.Parse(value.AsText(), value.Place, name => Find(name, names, scope), names.Keys);

    private static int? Find(string name, Dictionary<string, int> names, NameScope scope)
    {
        foreach (var prefix in scope.Prefixes)
        {
            if (names.TryGetValue(prefix + name, out var slot))
                return slot;
        }

        return null;
    }
}
