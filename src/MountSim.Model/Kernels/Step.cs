namespace MountSim.Model.Kernels;

/// <summary>One step of an operation's script. Steps are immutable; a script is a list of them.</summary>
public abstract record Step
{
    /// <summary>Where the step stands in its file, for messages.</summary>
    public string At { get; init; } = "";
}

/// <summary>Runs kernel instructions on the caller's CPU.</summary>
/// <param name="Instructions">How many, as a law over the operation's variables.</param>
/// <param name="Class">The class of work, which decides the nanoseconds an instruction.</param>
public sealed record ComputeStep(Expression Instructions, WorkClass Class) : Step;

/// <summary>Takes a lock, runs a body, releases the lock.</summary>
public sealed record HoldStep(string Lock, LockMode Mode, IReadOnlyList<Step> Body) : Step;

/// <summary>Runs a body a number of times, as a loop over mounts, layers or receivers.</summary>
public sealed record RepeatStep(Expression Times, IReadOnlyList<Step> Body) : Step
{
    /// <summary>How many times: the law's value rounded to the nearest whole number, never negative.</summary>
    public long Count(ReadOnlySpan<double> values) => Math.Max(0, (long)Math.Round(Times.Evaluate(values), MidpointRounding.AwayFromZero));
}

/// <summary>
/// A path walk: samples mount_lock's and rename_lock's sequences (spinning while odd), looks up the components, samples again, and restarts
/// once in ref mode if the sequence changed. fs/namei.c path_init, complete_walk.
/// </summary>
public sealed record WalkStep(Expression Components) : Step;

/// <summary>A loop over every possible CPU.</summary>
/// <param name="Times">How many such loops.</param>
/// <param name="InstructionsPerCpu">Instructions a CPU: the floor of its cost.</param>
/// <param name="Sharing">Who may own the per-CPU lines it touches.</param>
/// <param name="Class">The class of work of its instructions.</param>
public sealed record CpuLoopStep(Expression Times, double InstructionsPerCpu, CpuLineSharing Sharing, WorkClass Class) : Step;

/// <summary>A walk along a list of mounts, one dependent load after the other.</summary>
/// <param name="Mounts">How many are visited.</param>
/// <param name="InstructionsPerMount">Instructions each.</param>
/// <param name="Class">The class of work of its instructions.</param>
public sealed record VisitStep(Expression Mounts, double InstructionsPerMount, WorkClass Class) : Step;

/// <summary>Waits for an RCU grace period; the caller sleeps.</summary>
/// <param name="Expedited">synchronize_rcu_expedited() or synchronize_rcu().</param>
/// <param name="LabInstructions">
/// What the lab counts for it on its idle machine. Used only to compare with the lab: the simulator prices a grace period by
/// <see cref="Costs.CostModel"/>, because most of it is waiting for other CPUs.
/// </param>
public sealed record GracePeriodStep(bool Expedited, Expression LabInstructions) : Step;

/// <summary>
/// Wakes the pollers of the mount tables that changed; runs in the caller, under whatever it holds. A poller that goes to an idle CPU is left on that CPU's
/// wake list, which enqueues it itself (ttwu_queue_cond kernel/sched/core.c); the others are enqueued by the caller.
/// </summary>
/// <param name="InstructionsPerPoller">Instructions of the caller for a poller that it enqueues itself.</param>
/// <param name="InstructionsPerQueued">The same for a poller left to an idle CPU.</param>
public sealed record WakePollersStep(double InstructionsPerPoller, double InstructionsPerQueued) : Step
{
    /// <summary>Instructions of the caller.</summary>
    /// <param name="pollers">Pollers woken.</param>
    /// <param name="idleCpus">CPUs that are idle then.</param>
    public double Instructions(double pollers, double idleCpus) => Instructions(InstructionsPerPoller, InstructionsPerQueued, pollers, idleCpus);

    /// <summary>The same for given prices.</summary>
    internal static double Instructions(double perPoller, double perQueued, double pollers, double idleCpus)
    {
        var queued = Math.Min(pollers, idleCpus);
        return (perQueued * queued) + (perPoller * (pollers - queued));
    }
}

/// <summary>Changes the simulated state, at this point of the script.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Count">How many mounts it concerns.</param>
public sealed record EffectStep(EffectKind Kind, Expression Count) : Step;

/// <summary>Runs another script in place, with the same variables.</summary>
public sealed record CallStep(string Script) : Step;
