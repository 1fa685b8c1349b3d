using MountSim.Model.Yaml;

namespace MountSim.Model.Kernels;

/// <summary>
/// Rules that every script of a kernel must keep: calls exist and do not run in a circle, no sleeping lock and no grace period inside a
/// spinning lock, no lock taken while held, no path walk while the sequence it samples is odd, one order of locks over all operations. That
/// every lock is released needs no rule: a hold is a block.
/// </summary>
public sealed class KernelCheck
{
    /// <summary>Loops that the interpreter keeps track of within each other; scripts of real kernels need two.</summary>
    public const int MaxLoops = 6;

    /// <summary>Mutexes and rwsems that a task may hold at once; scripts of real kernels need three.</summary>
    public const int MaxSleepingLocks = 4;

    private readonly KernelModel model;
    private readonly Dictionary<string, LockDefinition> locks;
    private readonly List<(string Place, string Problem)> problems = [];
    private readonly HashSet<(string, string)> reported = [];
    private readonly List<LockDefinition> held = [];
    private readonly List<string> calls = [];
    private readonly LockOrder order = new();
    private int loops;

    private KernelCheck(KernelModel model)
    {
        this.model = model;
        locks = model.Locks.ToDictionary(item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>All breaches, each with its place; empty for a sound kernel.</summary>
    public static IReadOnlyList<(string Place, string Problem)> Problems(KernelModel model)
    {
        var check = new KernelCheck(model);
        foreach (var operation in model.Operations.Values)
            check.Enter(operation.Name, operation.Steps);
        return [.. check.problems, .. check.order.Circles()];
    }

    /// <summary>Refuses a kernel that breaks a rule.</summary>
    /// <param name="model">The kernel.</param>
    /// <param name="file">Its own file: what it extends is sound, so the breach is named there, or told to come of it.</param>
    /// <exception cref="ModelException">The first breach.</exception>
    public static void Require(KernelModel model, string file)
    {
        var problems = Problems(model);
        foreach (var (place, problem) in problems.Where(breach => breach.Place.StartsWith(file + ":", StringComparison.Ordinal)))
            throw new ModelException(place, problem);
        foreach (var (place, problem) in problems)
            throw new ModelException(place, $"{problem}; it comes of what '{file}' changes");
    }

    private void Enter(string name, IReadOnlyList<Step> steps)
    {
        calls.Add(name);
        foreach (var step in steps)
            Visit(step);
        calls.RemoveAt(calls.Count - 1);
    }

    private void Visit(Step step)
    {
        switch (step)
        {
            case CallStep call:
                Call(call);
                break;
            case HoldStep hold:
                Hold(hold);
                break;
            case RepeatStep repeat:
                Repeat(repeat);
                break;
            case GracePeriodStep when held.Find(Spins) is { } spinning:
                Report(step, $"a grace period sleeps while the spinning lock '{spinning.Id}' is held");
                break;
            case WalkStep when held.Find(item => item.Kind == LockKind.SeqLock) is { } odd:
                Report(step, $"a path walk samples '{odd.Id}', which this script holds: it would spin for ever");
                break;
        }
    }

    private void Repeat(RepeatStep repeat)
    {
        if (++loops > MaxLoops)
            Report(repeat, $"'repeat' {loops} deep; allowed: up to {MaxLoops}");
        foreach (var inner in repeat.Body)
            Visit(inner);
        loops--;
    }

    private void Call(CallStep call)
    {
        if (!model.Operations.TryGetValue(call.Script, out var script))
        {
            var hint = NearestName.Hint(call.Script, [.. model.Operations.Keys]);
            Report(call, $"'call' names '{call.Script}', which is no operation; {hint}");
        }
        else if (calls.Contains(call.Script))
            Report(call, $"'call' of '{call.Script}' runs in a circle: {string.Join(" -> ", calls)} -> {call.Script}");
        else
            Enter(call.Script, script.Steps);
    }

    private void Hold(HoldStep hold)
    {
        var taken = locks[hold.Lock];
        if (held.Contains(taken))
            Report(hold, $"'{taken.Id}' is taken while it is held");
        if (!Spins(taken) && held.Find(Spins) is { } spinning)
            Report(hold, $"'{taken.Id}' sleeps, but the spinning lock '{spinning.Id}' is held");
        order.Take(held, taken, hold.At);
        held.Add(taken);
        if (!Spins(taken) && held.Count(item => !Spins(item)) is var sleeping and > MaxSleepingLocks)
            Report(hold, $"'{taken.Id}' is sleeping lock {sleeping} held at once; allowed: up to {MaxSleepingLocks}");
        foreach (var step in hold.Body)
            Visit(step);
        held.RemoveAt(held.Count - 1);
    }

    private static bool Spins(LockDefinition item) => item.Kind is LockKind.QSpinLock or LockKind.TicketLock or LockKind.SeqLock;

    private void Report(Step step, string problem)
    {
        if (reported.Add((step.At, problem)))
            problems.Add((step.At, $"{problem} (in {string.Join(" -> ", calls)})"));
    }
}
