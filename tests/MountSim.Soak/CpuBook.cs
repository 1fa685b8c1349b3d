using MountSim.Model.Simulation;

namespace MountSim.Soak;

/// <summary>What one CPU did.</summary>
internal sealed class CpuBook
{
    private long _since;

    /// <summary>Who has it; null: nobody.</summary>
    public SimTask? Task { get; private set; }

    /// <summary>Time with a task, ps.</summary>
    public long BusyPs { get; private set; }

    /// <summary>Time without one, ps.</summary>
    public long IdlePs { get; private set; }

    /// <summary>It goes to a task, or to none.</summary>
    public void Switch(long now, SimTask? task)
    {
        if (Task is null) IdlePs += now - _since;
        else BusyPs += now - _since;
        (Task, _since) = (task, now);
    }
}
