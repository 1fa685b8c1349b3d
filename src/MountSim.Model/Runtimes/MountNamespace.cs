namespace MountSim.Model.Runtimes;

/// <summary>The mount namespace a step's caller is in when it runs.</summary>
public enum MountNamespace
{
    /// <summary>The namespace shared with the daemon and init.</summary>
    Host,

    /// <summary>The container's own.</summary>
    Container,
}
