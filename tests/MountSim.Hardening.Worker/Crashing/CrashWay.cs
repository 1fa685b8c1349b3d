namespace MountSim.Hardening.Crashing;

/// <summary>A way in which a run ends otherwise than its author meant.</summary>
internal enum CrashWay
{
    /// <summary>SIGKILL: no handler runs.</summary>
    Kill,

    /// <summary>SIGTERM, as a scheduler sends it.</summary>
    Terminate,

    /// <summary>SIGHUP, as a closed terminal sends it.</summary>
    HangUp,

    /// <summary>SIGINT twice: a user without patience.</summary>
    InterruptTwice,

    /// <summary>A disk with less room than the results need, or just enough.</summary>
    FullDisk,

    /// <summary>A disk that cannot be written.</summary>
    ReadOnly,

    /// <summary>Whoever reads standard output goes away.</summary>
    ClosedPipe,
}
