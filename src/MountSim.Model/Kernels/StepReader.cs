using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>Reads the steps of a script: each is a mapping whose verb says what it is.</summary>
internal sealed class StepReader
{
    private readonly LawReader laws;
    private readonly IReadOnlyDictionary<string, LockDefinition> locks;
    private readonly Dictionary<string, Func<YamlMap, WorkClass, Step>> verbs;

    public StepReader(LawReader laws, IReadOnlyDictionary<string, LockDefinition> locks)
    {
        this.laws = laws;
        this.locks = locks;
        // In order of precedence: a hold may carry a compute as its whole body.
        verbs = new(StringComparer.Ordinal)
        {
            ["hold"] = Hold,
            ["repeat"] = Repeat,
            ["compute"] = Compute,
            ["walk"] = Walk,
            ["cpu_loop"] = CpuLoop,
            ["visit"] = Visit,
            ["grace_period"] = GracePeriod,
            ["wake_pollers"] = WakePollers,
            ["effect"] = Effect,
            ["call"] = Call,
        };
    }

    /// <summary>A list of steps.</summary>
    /// <param name="list">The YAML list.</param>
    /// <param name="otherwise">The class of work of steps that state none.</param>
    public IReadOnlyList<Step> ReadAll(YamlValue list, WorkClass otherwise) =>
        [.. list.AsList().Select(item => ReadOne(item.AsMap(), otherwise))];

    private Step ReadOne(YamlMap map, WorkClass otherwise)
    {
        foreach (var (verb, read) in verbs)
        {
            if (map.Has(verb))
                return read(map, otherwise) with { At = map.Place };
        }

        var found = map.Keys.Count > 0 ? map.Keys[0] : "";
        var hint = NearestName.Hint(found, verbs.Keys);
        throw new ModelException(map.Place, $"a step has no verb; found '{string.Join(", ", map.Keys)}'; {hint}");
    }

    private HoldStep Hold(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("hold", "do", "compute", "class");
        var (definition, mode) = LockAndMode(map.Require("hold"));
        if (map.Has("do") == map.Has("compute"))
            throw new ModelException(map.Place, "a hold needs a body; allowed: either 'do' or 'compute'");
        IReadOnlyList<Step> body = map.Find("do") is { } steps ? ReadAll(steps, otherwise) : [Law(map, otherwise) with { At = map.Place }];
        return new HoldStep(definition.Id, mode, body);
    }

    private (LockDefinition Lock, LockMode Mode) LockAndMode(YamlValue value)
    {
        var text = value.AsText();
        var dot = text.LastIndexOf('.');
        if (dot < 0)
            throw value.Refuse("LOCK.MODE, as namespace_sem.write");
        if (!locks.TryGetValue(text[..dot], out var definition))
            throw UnknownName($"'hold' names the lock '{text[..dot]}'", text[..dot], [.. locks.Keys]);
        string[] allowed = definition.Kind switch
        {
            LockKind.RwSem => ["write", "read"],
            LockKind.SeqLock => ["write", "exclusive"],
            _ => ["write"],
        };
        var name = text[(dot + 1)..];
        return allowed.Contains(name)
            ? (definition, KernelNames.Modes[name])
            : throw UnknownName($"'hold' takes '{definition.Id}' in mode '{name}'", name, allowed);

        ModelException UnknownName(string found, string unknown, string[] known) =>
            new(value.Place, $"{found}; {NearestName.Hint(unknown, known)}");
    }

    private RepeatStep Repeat(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("repeat", "do");
        return new RepeatStep(laws.Read(map.Require("repeat")), ReadAll(map.Require("do"), otherwise));
    }

    private ComputeStep Compute(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("compute", "class");
        return Law(map, otherwise);
    }

    private ComputeStep Law(YamlMap map, WorkClass otherwise) => new(laws.Read(map.Require("compute")), Class(map, otherwise));

    private WalkStep Walk(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("walk");
        return new WalkStep(laws.Read(map.Require("walk")));
    }

    private CpuLoopStep CpuLoop(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("cpu_loop", "instructions", "sharing", "class");
        return new CpuLoopStep(
            laws.Read(map.Require("cpu_loop")),
            Constant(map.Require("instructions")),
            map.Require("sharing").AsOneOf(KernelNames.Sharings),
            Class(map, otherwise));
    }

    private VisitStep Visit(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("visit", "instructions", "class");
        return new VisitStep(laws.Read(map.Require("visit")), Constant(map.Require("instructions")), Class(map, otherwise));
    }

    private GracePeriodStep GracePeriod(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("grace_period", "lab_instructions");
        var expedited = map.Require("grace_period").AsOneOf(KernelNames.GracePeriods);
        return new GracePeriodStep(expedited, laws.Read(map.Require("lab_instructions")));
    }

    private WakePollersStep WakePollers(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("wake_pollers", "queued");
        return new WakePollersStep(Constant(map.Require("wake_pollers")), Constant(map.Require("queued")));
    }

    private EffectStep Effect(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("effect", "count");
        return new EffectStep(map.Require("effect").AsOneOf(KernelNames.Effects), laws.Read(map.Require("count")));
    }

    private CallStep Call(YamlMap map, WorkClass otherwise)
    {
        map.AllowOnly("call");
        return new CallStep(map.Require("call").AsText());
    }

    private double Constant(YamlValue value)
    {
        var law = laws.Read(value);
        return law.IsConstant && law.ConstantValue is >= 0 and <= 1e6
            ? law.ConstantValue
            : throw value.Refuse("a number from 0 to 1000000 without variables");
    }

    private static WorkClass Class(YamlMap map, WorkClass otherwise) => map.Find("class")?.AsOneOf(KernelNames.Classes) ?? otherwise;
}
