namespace MountSim.Calibration.Worker.Program;

/// <summary>Who gets which signal in a storm of kills.</summary>
public enum KillTarget
{
    /// <summary>SIGKILL to the calibrating program.</summary>
    KillMain,

    /// <summary>SIGKILL to its measuring child.</summary>
    KillWorker,

    /// <summary>SIGKILL to the guard; Ctrl-C ends the rest.</summary>
    KillGuard,

    /// <summary>SIGKILL to program and child at once.</summary>
    KillMainAndWorker,

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    Interrupt,

    /// <summary>SIGTERM.</summary>
    Terminate,
}
