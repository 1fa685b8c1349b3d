namespace MountSim.Model.Simulation;

/// <summary>The host's mount table, and how much of its change has gone to those who receive its propagation.</summary>
public sealed class HostTable
{
    /// <summary>A table of so many mounts, with other namespaces that are slaves of it for good.</summary>
    public HostTable(int mounts, int otherNamespaces)
    {
        Mounts = mounts;
        Receivers = otherNamespaces;
    }

    /// <summary>Mounts now.</summary>
    public long Mounts { get; private set; }

    /// <summary>Namespaces that receive a change now: services, and containers between their copy and the detach of the old root.</summary>
    public int Receivers { get; private set; }

    /// <summary>Mounts now that are clones of the mount they lie on, and its peers.</summary>
    public long Clones { get; private set; }

    /// <summary>What propagation on that mount visits in vain: each clone, and its slave in every namespace that receives.</summary>
    public long Bystanders => Clones * (1 + Receivers);

    /// <summary>The most receivers there were.</summary>
    public int MostReceivers { get; private set; }

    /// <summary>How often it changed.</summary>
    public long Changes { get; private set; }

    /// <summary>Net mounts that have propagated since the start.</summary>
    public long Propagated { get; private set; }

    /// <summary>Adds (or, negative, removes) mounts.</summary>
    /// <param name="mounts">How many.</param>
    /// <param name="shared">False when they lie on a private mount: nobody receives them.</param>
    public void Change(long mounts, bool shared)
    {
        Mounts += mounts;
        if (Mounts < 0) throw new ModelException("mounts", $"the host's table has {Mounts}; allowed: a runtime that takes away no more than was made");
        Changes++;
        if (shared) Propagated += mounts;
    }

    /// <summary>Adds (or, negative, removes) clones, which are mounts that <see cref="Change"/> counts too.</summary>
    public void ChangeClones(long clones)
    {
        Clones += clones;
        if (Clones < 0) throw new ModelException("clones", $"the host's table has {Clones}; allowed: a runtime that takes away no more than was made");
    }

    internal void Join()
    {
        Receivers++;
        MostReceivers = Math.Max(MostReceivers, Receivers);
    }

    internal void Quit()
    {
        if (--Receivers < 0) throw new ModelException("propagation", "a namespace stopped to receive twice; allowed: once");
    }
}
