using MountSim.Model.Kernels;
using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>Turns the steps of a runtime file into records. A step in a repeat has the repeat's actor and source unless it states its own.</summary>
internal sealed class RuntimeStepReader(RuntimeNames names)
{
    private static readonly Expression Once = Expression.Constant(1);

    private static readonly Dictionary<string, MountNamespace> Namespaces = new(StringComparer.Ordinal)
    {
        ["host"] = MountNamespace.Host,
        ["container"] = MountNamespace.Container,
    };

    /// <summary>The steps in order; a repeat of exactly once is dissolved into its steps.</summary>
    public IReadOnlyList<RuntimeStep> Steps(IReadOnlyList<YamlValue> values) => [.. values.SelectMany(value => Step(value.AsMap(), null, null))];

    private IEnumerable<RuntimeStep> Step(YamlMap map, string? actor, string? source)
    {
        actor = map.Find("actor")?.AsText() ?? actor ?? map.Require("actor").AsText();
        source = map.Find("source")?.AsText() ?? source ?? map.Require("source").AsText();
        var steps = map switch
        {
            _ when map.Has("repeat") => Repeat(map, actor, source),
            _ when map.Has("op") => Operation(map),
            _ when map.Has("systemd_unit") => [SystemdUnit(map)],
            _ when map.Has("cpu") => [Cpu(map)],
            _ => throw new ModelException(map.Place, "a step lacks its kind; allowed: one of cpu, op, systemd_unit, repeat, include"),
        };
        return steps.Select(step => Stamp(step, map.Place, actor, source));
    }

    /// <summary>Says where a step comes from, if it does not know yet.</summary>
    private static RuntimeStep Stamp(RuntimeStep step, string at, string actor, string source)
    {
        if (step.At.Length > 0)
            return step;
        var stamped = step with { At = at, Actor = actor, Source = source };
        return stamped is LoopStep loop ? loop with { Steps = [.. loop.Steps.Select(inner => Stamp(inner, at, actor, source))] } : stamped;
    }

    private IReadOnlyList<RuntimeStep> Repeat(YamlMap map, string actor, string source)
    {
        map.AllowOnly("repeat", "steps", "actor", "source");
        var steps = map.Require("steps").AsList().SelectMany(step => Step(step.AsMap(), actor, source)).ToList();
        return Loop(names.StepLaw(map.Require("repeat")), steps);
    }

    private IReadOnlyList<RuntimeStep> Operation(YamlMap map)
    {
        map.AllowOnly("op", "in", "count", "tree", "layers", "children", "components", "shared", "cpu", "actor", "source");
        var count = Law(map, "count") ?? Once;
        var operation = new OperationStep(map.Require("op").AsOneOf(OperationNames.ByName), map.Require("in").AsOneOf(Namespaces), count)
        {
            Tree = Law(map, "tree"),
            Layers = Law(map, "layers"),
            Children = Law(map, "children"),
            Components = Law(map, "components"),
            Shared = map.Flag("shared", true),
        };
        return Law(map, "cpu") is { } cpu ? Loop(count, [new CpuStep(cpu), operation with { Count = Once }]) : [operation];
    }

    private CpuStep Cpu(YamlMap map)
    {
        map.AllowOnly("cpu", "actor", "source");
        return new CpuStep(names.StepLaw(map.Require("cpu")));
    }

    private SystemdUnitStep SystemdUnit(YamlMap map)
    {
        map.AllowOnly("systemd_unit", "actor", "source");
        return new SystemdUnitStep(names.StepLaw(map.Require("systemd_unit")));
    }

    private static IReadOnlyList<RuntimeStep> Loop(Expression times, IReadOnlyList<RuntimeStep> steps) =>
        times.IsConstant && times.ConstantValue == 1 ? steps : [new LoopStep(times, steps)];

    private Expression? Law(YamlMap map, string key) => map.Find(key) is { } value ? names.StepLaw(value) : null;
}
