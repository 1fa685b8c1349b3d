namespace MountSim.Model.Simulation;

/// <summary>What fair scheduling knows of a task; all tasks weigh the same.</summary>
internal struct FairShare
{
    /// <summary>CPU time it has had, on the run queue's scale, ps; while it runs, up to <see cref="RunsSince"/>.</summary>
    public long VirtualRun;

    /// <summary>What it was owed when it slept, ps; negative: it had had more than its share.</summary>
    public long Lag;

    /// <summary>Since when its running is not in <see cref="VirtualRun"/> yet, ps.</summary>
    public long RunsSince;

    /// <summary>Virtual run time at an instant (ps) while it runs.</summary>
    public readonly long RunningAt(long now) => VirtualRun + now - RunsSince;

    /// <summary>It stops running at an instant, ps.</summary>
    public void Stop(long now) => VirtualRun = RunningAt(now);
}
