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
    public IReadOnlyList<RuntimeStep> Steps(IReadOnlyList<StepSource> sources) => [.. sources.SelectMany(source => Step(source, null, null))];

    private IEnumerable<RuntimeStep> Step(StepSource stated, string? actor, string? source)
    {
        var map = stated.Map;
        actor = map.Find("actor")?.AsText() ?? actor ?? Required(stated, "actor");
        source = map.Find("source")?.AsText() ?? source ?? Required(stated, "source");
        var steps = map switch
        {
            _ when map.Has("repeat") => Repeat(stated, actor, source),
            _ when map.Has("op") => Operation(map, stated.Scope),
            _ when map.Has("systemd_unit") => [SystemdUnit(map, stated.Scope)],
            _ when map.Has("cpu") => [Cpu(map, stated.Scope)],
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

    /// <summary>What a repeat need not state: its steps then state it themselves.</summary>
    private static string Required(StepSource stated, string key) => stated.Map.Has("repeat") ? "" : stated.Map.Require(key).AsText();

    private IReadOnlyList<RuntimeStep> Repeat(StepSource stated, string actor, string source)
    {
        var map = stated.Map;
        map.AllowOnly("repeat", "steps", "actor", "source");
        var steps = stated.Steps.SelectMany(step => Step(step, Stated(actor), Stated(source))).ToList();
        return Loop(names.StepLaw(map.Require("repeat"), stated.Scope), steps);
    }

    private static string? Stated(string text) => text.Length > 0 ? text : null;

    private IReadOnlyList<RuntimeStep> Operation(YamlMap map, NameScope scope)
    {
        map.AllowOnly("op", "in", "count", "tree", "layers", "children", "components", "shared", "peer", "outer", "fails", "listed", "cpu", "actor", "source");
        var count = Law(map, "count", scope) ?? Once;
        var operation = new OperationStep(map.Require("op").AsOneOf(OperationNames.ByName), map.Require("in").AsOneOf(Namespaces), count)
        {
            Tree = Law(map, "tree", scope),
            Layers = Law(map, "layers", scope),
            Children = Law(map, "children", scope),
            Components = Law(map, "components", scope),
            Shared = Shared(map, scope),
            Peer = Law(map, "peer", scope),
            Outer = map.Find("outer")?.AsInteger() ?? 0,
            Fails = map.Flag("fails", false),
            Listed = Law(map, "listed", scope),
        };
        return Law(map, "cpu", scope) is { } cpu ? Loop(count, [new CpuStep(cpu), operation with { Count = Once }]) : [operation];
    }

    /// <summary>A flag, or a law where an option decides.</summary>
    private Expression? Shared(YamlMap map, NameScope scope) => map.Find("shared")?.AsText() switch
    {
        null or "true" => null,
        "false" => Expression.Constant(0),
        _ => Law(map, "shared", scope),
    };

    private CpuStep Cpu(YamlMap map, NameScope scope)
    {
        map.AllowOnly("cpu", "in", "listed", "actor", "source");
        return new CpuStep(names.StepLaw(map.Require("cpu"), scope))
        {
            Listed = Law(map, "listed", scope),
            In = map.Find("in")?.AsOneOf(Namespaces) ?? MountNamespace.Host,
        };
    }

    private SystemdUnitStep SystemdUnit(YamlMap map, NameScope scope)
    {
        map.AllowOnly("systemd_unit", "actor", "source");
        return new SystemdUnitStep(names.StepLaw(map.Require("systemd_unit"), scope));
    }

    private static IReadOnlyList<RuntimeStep> Loop(Expression times, IReadOnlyList<RuntimeStep> steps) =>
        times.IsConstant && times.ConstantValue == 1 ? steps : [new LoopStep(times, steps)];

    private Expression? Law(YamlMap map, string key, NameScope scope) => map.Find(key) is { } value ? names.StepLaw(value, scope) : null;
}
