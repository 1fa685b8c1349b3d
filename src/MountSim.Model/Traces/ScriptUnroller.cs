using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>The sequence of lock events that an operation's script gives for given values.</summary>
public sealed class ScriptUnroller
{
    private const int MaxMoments = 2_000_000;

    private readonly KernelModel model;
    private readonly LeftOut rules;
    private readonly double[] values;
    private readonly List<LockMoment> moments = [];
    private int holds;

    private ScriptUnroller(KernelModel model, LeftOut rules, ReadOnlySpan<double> values)
    {
        this.model = model;
        this.rules = rules;
        this.values = values.ToArray();
    }

    /// <summary>Unrolls operations that follow one another.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="operations">Names of operations that it has.</param>
    /// <param name="rules">What is not compared.</param>
    /// <param name="values">Values by <see cref="Variable"/>.</param>
    public static IReadOnlyList<LockEvent> Unroll(KernelModel model, IEnumerable<string> operations, LeftOut rules, ReadOnlySpan<double> values)
    {
        var unroller = new ScriptUnroller(model, rules, values);
        foreach (var operation in operations)
            unroller.Run(model.Operations[operation].Steps);
        return LockSequence.Of(unroller.moments);
    }

    private void Run(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
            Run(step);
    }

    private void Run(Step step)
    {
        switch (step)
        {
            case CallStep call:
                Run(model.Operations[call.Script].Steps);
                break;
            case RepeatStep repeat:
                for (var times = repeat.Count(values); times > 0; times--)
                    Run(repeat.Body);
                break;
            case GracePeriodStep grace:
                Add(new LockMoment(LockMomentKind.Touch, -1, TraceFunctions.GracePeriod(grace.Expedited), null, false, grace.At));
                break;
            case HoldStep hold:
                Hold(hold);
                break;
        }
    }

    private void Hold(HoldStep hold)
    {
        var isObject = rules.IsObjectRwSem(hold.Lock);
        if (!isObject && !rules.Compares(hold.Lock))
        {
            Run(hold.Body);
            return;
        }

        var number = holds++;
        var role = isObject ? LeftOut.PerObject : hold.Lock;
        Add(new LockMoment(LockMomentKind.Take, number, role, hold.Mode, isObject, hold.At));
        Run(hold.Body);
        Add(new LockMoment(LockMomentKind.Release, number, role, hold.Mode, isObject, hold.At));
    }

    private void Add(LockMoment moment)
    {
        if (moments.Count >= MaxMoments)
            throw new ModelException(moment.Place, $"the script takes more than {MaxMoments / 2} locks for these values; allowed: fewer");
        moments.Add(moment);
    }
}
