using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Model.Bench;

/// <summary>A task that does the steps its script yields; the script's code between two steps runs at the instant the first is done.</summary>
public sealed class ScriptedTask : SimTask
{
    private readonly IEnumerator<TaskStep> _steps;

    /// <summary>A task with its script.</summary>
    public ScriptedTask(Scheduler scheduler, int number, Func<ScriptedTask, IEnumerable<TaskStep>> steps) : base(scheduler, number) =>
        _steps = (steps ?? throw new ArgumentNullException(nameof(steps)))(this).GetEnumerator();

    /// <summary>True when the script is done.</summary>
    public bool Ended { get; private set; }

    /// <summary>When it was done, ps.</summary>
    public long EndedAt { get; private set; }

    /// <summary>Told at the start of a hold for a known time how long it lasts, ps.</summary>
    public Action<long>? TimedHoldStarted { get; set; }

    /// <summary>Whether the last look found the seqlock changed.</summary>
    public bool SawChange { get; private set; }

    /// <summary>Whether the last hold for a time got the lock.</summary>
    public bool HeldForATime { get; private set; }

    /// <summary>Simulated time, ps.</summary>
    public long Now => Simulation.Now.Picoseconds;

    /// <inheritdoc/>
    protected override void Continue()
    {
        while (_steps.MoveNext())
        {
            var step = _steps.Current;
            if (step.What == TaskStep.Kind.Sleep)
            {
                SleepFor(step.Picoseconds);
                return;
            }

            var cost = CostOf(step);
            if (cost < 0) return;
            if (cost == 0) continue;
            Busy(cost);
            return;
        }

        Ended = true;
        EndedAt = Now;
        End();
    }

    private long CostOf(TaskStep step)
    {
        switch (step.What)
        {
            case TaskStep.Kind.Run:
                return step.Picoseconds;
            case TaskStep.Kind.Acquire:
                return step.Lock!.Acquire(this, step.Mode, 1);
            case TaskStep.Kind.Release:
                return step.Lock!.Release(this, step.Mode, 1);
            case TaskStep.Kind.HoldFor:
                var whole = step.Lock!.HoldFor(this, step.Mode, 1, step.Picoseconds);
                HeldForATime = whole >= 0;
                if (HeldForATime) TimedHoldStarted?.Invoke(whole - Scheduler.Hardware.LocalAtomicPs);
                return Math.Max(0, whole);
            case TaskStep.Kind.Sample:
                return ((SeqLock)step.Lock!).Sample(this);
            default:
                SawChange = ((SeqLock)step.Lock!).Changed(this, out var cost);
                return cost;
        }
    }
}
