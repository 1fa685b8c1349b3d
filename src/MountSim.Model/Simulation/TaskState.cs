namespace MountSim.Model.Simulation;

/// <summary>What a task does now.</summary>
public enum TaskState
{
    /// <summary>Not started, or ended.</summary>
    Inactive,

    /// <summary>Runs on its CPU for a known time.</summary>
    Running,

    /// <summary>Spins on its CPU until somebody grants it what it waits for.</summary>
    Spinning,

    /// <summary>Off its CPU until somebody wakes it.</summary>
    Sleeping,

    /// <summary>Woken: runnable after the wake-up latency.</summary>
    Waking,

    /// <summary>In the run queue.</summary>
    Runnable,

    /// <summary>Given a CPU; runs at this very instant.</summary>
    Dispatched,
}
