using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>Turns an operation's steps into flat instructions: calls are spliced in, what the scenario fixes is folded into constants.</summary>
internal sealed class ScriptCompiler
{
    private readonly KernelModel _kernel;
    private readonly IReadOnlyDictionary<string, int> _lockIndex;
    private readonly IReadOnlyDictionary<int, double> _fixed;
    private readonly WhatIfs _whatIfs;
    private readonly double[] _psPerInstruction;
    private readonly List<Instruction> _code = [];

    // Where the last jump forward lands: computation behind it does not merge with what lies before.
    private int _landing;

    // Of the code that is emitted now: the product over the operations and locks it stands in.
    private double _scale = 1;

    private ScriptCompiler(KernelModel kernel, IReadOnlyDictionary<string, int> lockIndex, IReadOnlyDictionary<int, double> known, WhatIfs whatIfs, double[] psPerInstruction)
    {
        _psPerInstruction = psPerInstruction;
        _whatIfs = whatIfs;
        _kernel = kernel;
        _lockIndex = lockIndex;
        _fixed = known;
    }

    /// <summary>Compiles one operation.</summary>
    /// <param name="kernel">The kernel it belongs to.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="lockIndex">Lock ids that are simulated; object-scoped ones are absent and cost nothing beyond their instructions.</param>
    /// <param name="known">Variables whose value the scenario fixes, by index.</param>
    /// <param name="whatIfs">What is made faster or slower.</param>
    /// <param name="psPerInstruction">Picoseconds an instruction by class, of the machine it runs on.</param>
    public static Script Compile(
        KernelModel kernel,
        Operation operation,
        IReadOnlyDictionary<string, int> lockIndex,
        IReadOnlyDictionary<int, double> known,
        WhatIfs whatIfs,
        double[] psPerInstruction)
    {
        var compiler = new ScriptCompiler(kernel, lockIndex, known, whatIfs, psPerInstruction);
        compiler.Scaled(whatIfs[operation.Name], operation.Steps);
        compiler._code.Add(new Instruction { Code = OpCode.End });
        return new Script([.. compiler._code]);
    }

    private void Scaled(double factor, IReadOnlyList<Step> steps)
    {
        var outside = _scale;
        _scale *= factor;
        Emit(steps);
        _scale = outside;
    }

    private void Emit(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps) Emit(step);
    }

    private void Emit(Step step)
    {
        switch (step)
        {
            case ComputeStep compute:
                EmitCompute(compute.Class, 1, compute.Instructions);
                break;
            case CpuLoopStep loop:
                Add(new Instruction { Code = OpCode.CpuLoop, Class = loop.Class, Sharing = loop.Sharing, PerUnit = loop.InstructionsPerCpu }, loop.Times);
                break;
            case VisitStep visit:
                Add(new Instruction { Code = OpCode.Visit, Class = visit.Class, PerUnit = visit.InstructionsPerMount }, visit.Mounts);
                break;
            case HoldStep hold:
                EmitHold(hold);
                break;
            case RepeatStep repeat:
                var begin = Add(new Instruction { Code = OpCode.RepeatBegin }, repeat.Times);
                Emit(repeat.Body);
                Link(begin, Add(new Instruction { Code = OpCode.RepeatEnd }));
                break;
            case WalkStep walk:
                EmitWalk(walk);
                break;
            case GracePeriodStep grace:
                Add(new Instruction { Code = OpCode.GracePeriod, Target = grace.Expedited ? 1 : 0 });
                break;
            case WakePollersStep wake:
                Add(new Instruction { Code = OpCode.WakePollers, PerUnit = wake.InstructionsPerPoller, PerQueued = wake.InstructionsPerQueued, Class = WorkClass.Attach });
                break;
            case EffectStep effect:
                Add(new Instruction { Code = OpCode.Effect, Target = (int)effect.Kind }, effect.Count);
                break;
            case CallStep call:
                Scaled(_whatIfs[call.Script], _kernel.Operations[call.Script].Steps);
                break;
            default:
                throw new InvalidOperationException($"no instruction for {step.GetType().Name}");
        }
    }

    private void EmitHold(HoldStep hold)
    {
        var definition = _kernel.Locks.First(item => item.Id == hold.Lock);
        if (!_lockIndex.TryGetValue(hold.Lock, out var index))
        {
            Scaled(_whatIfs.Held(definition), hold.Body);
            return;
        }

        var own = definition.Scope == LockScope.Namespace;
        var acquire = Add(new Instruction { Code = OpCode.Acquire, Target = index, Mode = hold.Mode, PerNamespace = own });
        Scaled(_whatIfs.Held(definition), hold.Body);
        MarkPlain(acquire);
        Link(acquire, Add(new Instruction { Code = OpCode.Release, Target = index, Mode = hold.Mode, PerNamespace = own }));
    }

    private void MarkPlain(int acquire)
    {
        var instruction = _code[acquire];
        var section = _code[(acquire + 1)..];
        instruction.IsPlain = section.TrueForAll(inside => inside.Code is OpCode.Fixed or OpCode.Compute or OpCode.CpuLoop or OpCode.Visit);
        instruction.IsFixed = section.TrueForAll(inside => inside.Code == OpCode.Fixed);
        if (instruction.IsFixed) instruction.Constant = section.Sum(inside => inside.Constant);
        _code[acquire] = instruction;
    }

    // path_init samples; the walk; complete_walk looks again; a changed sequence means the whole walk once more, in ref mode.
    private void EmitWalk(WalkStep walk)
    {
        var law = _kernel.Walk;
        if (law.SamplesRenameLock) Add(new Instruction { Code = OpCode.Sample, Target = _lockIndex["rename_lock"] });
        Add(new Instruction { Code = OpCode.Sample, Target = _lockIndex["mount_lock"], IsPlain = law.SamplesRenameLock });
        EmitComponents(walk, law.Base, law.PerComponent);
        var check = Add(new Instruction { Code = OpCode.Check, Target = _lockIndex["mount_lock"] });
        Add(new Instruction { Code = OpCode.Sample, Target = _lockIndex["mount_lock"] });
        EmitComponents(walk, law.Base, law.PerComponentRef);
        Link(check, _code.Count);
        _landing = _code.Count;
    }

    private void EmitComponents(WalkStep walk, double fixedPart, double perComponent)
    {
        EmitCompute(WorkClass.Walk, 1, Expression.Constant(fixedPart));
        EmitCompute(WorkClass.Walk, perComponent, walk.Components);
    }

    private void EmitCompute(WorkClass workClass, double perUnit, Expression law)
    {
        var bound = law.Bind(_fixed);
        if (!bound.IsConstant)
        {
            Add(new Instruction { Code = OpCode.Compute, Class = workClass, PerUnit = perUnit }, bound);
            return;
        }

        var picoseconds = _scale * bound.ConstantValue * perUnit * _psPerInstruction[(int)workClass];
        if (_code.Count > _landing && _code[^1].Code == OpCode.Fixed) _code[^1] = new Instruction { Code = OpCode.Fixed, Constant = _code[^1].Constant + picoseconds };
        else _code.Add(new Instruction { Code = OpCode.Fixed, Constant = picoseconds });
    }

    private int Add(Instruction instruction, Expression? law = null)
    {
        instruction.Scale = _scale;
        if (law is not null)
        {
            var bound = law.Bind(_fixed);
            if (bound.IsConstant) instruction.Constant = bound.ConstantValue;
            else instruction.Law = bound;
        }

        _code.Add(instruction);
        return _code.Count - 1;
    }

    private void Link(int a, int b)
    {
        Patch(a, b);
        if (b < _code.Count) Patch(b, a);
    }

    private void Patch(int at, int match)
    {
        var instruction = _code[at];
        instruction.Match = match;
        _code[at] = instruction;
    }
}
