using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Machines;

namespace MountSim.Model.Simulation;

/// <summary>A kernel that runs: its locks on their lines, its operations compiled for one scenario.</summary>
public sealed class SimKernel
{
    /// <summary>
    /// A loop over mounts runs in batches; none holds an inner lock longer than this (ps). Small against the waits that matter (hundreds of
    /// microseconds), large against the single section, so that a loop is a few events.
    /// </summary>
    public const long DefaultBatchHoldPs = 10_000_000;

    internal const string PathLookupName = "path.lookup";

    private readonly KernelModel _model;
    private readonly Dictionary<string, int> _lockIndex = [];
    private readonly Dictionary<int, double> _fixed;
    private readonly WhatIfs _whatIfs;
    private readonly Dictionary<string, Script> _scripts = [];
    // The steps of a plan name their operations by the same few strings again and again: found without reading them.
    private readonly Dictionary<string, Script> _known = new(ReferenceEqualityComparer.Instance);
    private Script? _pathLookup;

    /// <summary>Boots a kernel model on a machine.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="scheduler">The machine.</param>
    /// <param name="seed">Seed of the lines' random streams.</param>
    /// <param name="fixedVariables">Variables that the scenario fixes.</param>
    /// <param name="batchHoldPs">Longest hold of a batch, ps; 0 runs every iteration on its own.</param>
    /// <param name="whatIf">What is made faster or slower; null: nothing.</param>
    public SimKernel(
        KernelModel model,
        Scheduler scheduler,
        long seed,
        IReadOnlyDictionary<Variable, double> fixedVariables,
        long batchHoldPs = DefaultBatchHoldPs,
        IReadOnlyList<WhatIf>? whatIf = null)
    {
        _whatIfs = whatIf is null ? WhatIfs.None : new WhatIfs(whatIf);
        _model = model;
        Scheduler = scheduler;
        BatchHoldPs = batchHoldPs;
        _fixed = fixedVariables.ToDictionary(pair => (int)pair.Key, pair => pair.Value);
        Definitions = [.. model.Locks.Where(definition => definition.Scope != LockScope.Object)];
        Locks = new SimLock[Definitions.Count];
        for (var i = 0; i < Locks.Length; i++)
        {
            var random = new RandomStream(seed, "line:" + Definitions[i].Id);
            Locks[i] = Create(Definitions[i], new CacheLine(scheduler.Hardware, random), random);
            Locks[i].WaitIndex = i;
            _lockIndex[Definitions[i].Id] = i;
        }

        Normal = new GracePeriods(scheduler, expedited: false) { WaitIndex = Locks.Length };
        Expedited = new GracePeriods(scheduler, expedited: true) { WaitIndex = Locks.Length + 1 };
        if (scheduler.Hardware.FreeMountPs > 0) Frees = new DeferredFrees(scheduler);
    }

    /// <summary>The machine.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The locks that more than one container can want, in the model's order; of one a namespace, the host's.</summary>
    public IReadOnlyList<LockDefinition> Definitions { get; }

    /// <summary>The simulated lock of each of <see cref="Definitions"/>.</summary>
    public SimLock[] Locks { get; }

    /// <summary>Normal grace periods.</summary>
    public GracePeriods Normal { get; }

    /// <summary>Expedited grace periods.</summary>
    public GracePeriods Expedited { get; }

    /// <summary>What frees mounts; null where that takes no CPU time.</summary>
    public DeferredFrees? Frees { get; }

    /// <summary>Its threads that are there on their own account.</summary>
    internal IEnumerable<SimTask> Threads => Expedited.Thread is { } thread ? [thread] : [];

    /// <summary>Longest hold of a batch, ps.</summary>
    public long BatchHoldPs { get; }

    /// <summary>How many wait objects there are: the indices are below it.</summary>
    public int WaitObjects => Locks.Length + 3;

    /// <summary>The wait index of PID 1's queue.</summary>
    public int Pid1WaitIndex => Locks.Length + 2;

    /// <summary>The lock of a name.</summary>
    public SimLock this[string id] => Locks[_lockIndex[id]];

    /// <summary>The commonest operation, of user code that opens files.</summary>
    internal Script PathLookup => _pathLookup ??= Script(PathLookupName);

    internal Script Script(string operation) => _known.TryGetValue(operation, out var script) ? script : _known[operation] = Compiled(operation);

    private Script Compiled(string operation)
    {
        if (_scripts.TryGetValue(operation, out var compiled)) return compiled;
        if (!_model.Operations.TryGetValue(operation, out var script))
            throw new ModelException("runtime", $"calls '{operation}', but {_model.WhyNot(operation)}");
        return _scripts[operation] = ScriptCompiler.Compile(_model, script, _lockIndex, _fixed, _whatIfs, Scheduler.Hardware.PsPerInstruction);
    }

    private SimLock Create(LockDefinition definition, CacheLine line, RandomStream random) => definition.Kind switch
    {
        LockKind.QSpinLock => new QSpinLock(Scheduler, line),
        LockKind.TicketLock => new TicketLock(Scheduler, line, random),
        LockKind.Mutex => new Locks.Mutex(Scheduler, line),
        LockKind.RwSem => new RwSem(Scheduler, line, definition.Generation ?? RwSemGeneration.ReaderSteal),
        LockKind.SeqLock => new SeqLock(Scheduler, line, random),
        _ => throw new ModelException(_model.Name, $"lock '{definition.Id}': a {definition.Kind} cannot be held by a script"),
    };
}
