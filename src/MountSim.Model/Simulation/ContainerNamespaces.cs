namespace MountSim.Model.Simulation;

/// <summary>
/// The mount namespaces of one container or pod, the newest last: a copy makes one more, an exit ends the newest. A pod has its pause container's and
/// each app container's, gVisor the gofer's and the sentry's, Kata the shim's and virtiofsd's.
/// </summary>
/// <param name="host">The host's table.</param>
internal sealed class ContainerNamespaces(HostTable host)
{
    private readonly List<ContainerNamespace> _all = [new(host)];

    /// <summary>How many receive the host's propagation.</summary>
    public int Receiving => _all.Count(one => one.Receives);

    /// <summary>The one so many back from the newest; the oldest where there are not so many.</summary>
    public ContainerNamespace Back(int outer) => _all[Math.Max(0, _all.Count - 1 - outer)];

    /// <summary>A new one; the first, where it is empty, is the new one.</summary>
    public ContainerNamespace Add()
    {
        if (_all[^1] is { Mounts: > 0 } or { Receives: true }) _all.Add(new ContainerNamespace(host));
        return _all[^1];
    }

    /// <summary>The newest ends.</summary>
    public void End()
    {
        _all[^1].End();
        if (_all.Count > 1) _all.RemoveAt(_all.Count - 1);
    }
}
