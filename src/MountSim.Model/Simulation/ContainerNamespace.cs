namespace MountSim.Model.Simulation;

/// <summary>
/// A container's mount namespace: what it copied from the host, which grows and shrinks with the host while it receives propagation, and what it mounted
/// itself.
/// </summary>
/// <param name="host">The host's table.</param>
public sealed class ContainerNamespace(HostTable host)
{
    private long _inheritedAtJoin;
    private long _propagatedAtJoin;

    /// <summary>Mounts it made itself.</summary>
    public long Own { get; private set; }

    /// <summary>True from the copy until it becomes private or detaches the old root.</summary>
    public bool Receives { get; private set; }

    /// <summary>Mounts copied from the host or received from it.</summary>
    public long Inherited => Receives ? _inheritedAtJoin + host.Propagated - _propagatedAtJoin : _inheritedAtJoin;

    /// <summary>All mounts.</summary>
    public long Mounts => Own + Inherited;

    /// <summary>A copy of the host's table, in its peer groups.</summary>
    public void CopyFromHost()
    {
        _inheritedAtJoin = host.Mounts;
        _propagatedAtJoin = host.Propagated;
        if (Receives) return;
        Receives = true;
        host.Join();
    }

    /// <summary>A copy of another namespace, which receives what that one does.</summary>
    public void CopyFrom(ContainerNamespace other)
    {
        _inheritedAtJoin = other.Mounts;
        _propagatedAtJoin = host.Propagated;
        if (!other.Receives || Receives) return;
        Receives = true;
        host.Join();
    }

    /// <summary>Stops to receive; keeps what it has.</summary>
    public void StopReceiving()
    {
        if (!Receives) return;
        _inheritedAtJoin = Inherited;
        Receives = false;
        host.Quit();
    }

    /// <summary>Detaches the old root with all that was inherited.</summary>
    public void DropInherited()
    {
        StopReceiving();
        _inheritedAtJoin = 0;
    }

    /// <summary>Adds mounts of its own, or removes mounts: its own first, then those it inherited.</summary>
    public void Change(long mounts)
    {
        Own += mounts;
        if (Own >= 0) return;
        _inheritedAtJoin += Own;
        if (Inherited < 0) throw new ModelException("mounts", $"a container has {Inherited}; allowed: a runtime that takes away no more than was made");
        Own = 0;
    }

    /// <summary>The namespace ends.</summary>
    public void End()
    {
        DropInherited();
        Own = 0;
    }
}
