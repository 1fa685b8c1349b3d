using MountSim.Calibration.Bursts.Calls;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// One container of a burst: its directories, its namespaces and what it has open. Only the thread that starts it touches it. A namespace lives as long as a
/// descriptor of it is open, so a container goes on receiving what the host propagates, as a running one does.
/// </summary>
internal sealed unsafe class Container
{
    /// <summary>The host's place among the namespaces.</summary>
    internal const int Host = -1;

    private static readonly NativeText OwnNamespace = new("thread-self/ns/mnt");
    private readonly BurstHost _host;
    private readonly NativeText _base;
    private readonly NativeText[] _roots;
    private readonly int[] _namespaces;
    private readonly bool[] _pivoted;
    private int _place = Host;

    internal Container(BurstHost host, CompiledStart start, string directory, int seed)
    {
        _host = host;
        _base = new NativeText(directory);
        _roots = [.. start.Roots.Select((root, i) => new NativeText((i < start.PremadeNamespaces ? directory[host.Directory.Length..] : directory) + "/" + root))];
        _namespaces = new int[_roots.Length];
        _pivoted = new bool[_roots.Length];
        Contexts = new DescriptorList(start.Calls.Count);
        Detached = new DescriptorList(start.Calls.Count);
        Attached = new DescriptorList(start.Calls.Count);
        Random = new Random(seed);
        Spinner = new Spinner(host.Spinner);
        Table = new TableReader(host.ProcDirectory);
    }

    internal DescriptorList Contexts { get; }

    internal DescriptorList Detached { get; }

    internal DescriptorList Attached { get; }

    internal Random Random { get; }

    internal Spinner Spinner { get; }

    internal TableReader Table { get; }

    /// <summary>CPU time that its start has spun as user code, ns.</summary>
    internal long UserNs { get; set; }

    /// <summary>From its issue to its being started, ns.</summary>
    internal long LatencyNs { get; set; }

    /// <summary>CPU time of its start, user and kernel code, ns.</summary>
    internal long CpuNs { get; set; }

    /// <summary>Where its root file system lies, as seen from a namespace of its own before the pivot.</summary>
    internal NativeText RootOf(int place) => _roots[place];

    /// <summary>Gives it a namespace that was made before its start.</summary>
    internal void Receive(int index, int descriptor) => _namespaces[index] = descriptor;

    /// <summary>The descriptor of its newest namespace.</summary>
    internal int Newest => _namespaces.LastOrDefault(descriptor => descriptor > 0);

    /// <summary>The calling thread begins its start in the host's namespace.</summary>
    internal void Begin()
    {
        _place = Host;
        SyscallException.Check(Libc.ChangeDirectory(_base.Pointer), "chdir", _base.Text);
    }

    /// <summary>Takes the calling thread to a namespace, unless it is there: real runtimes have a process in each.</summary>
    internal void MoveTo(int place)
    {
        if (place == _place)
            return;
        _place = place;
        if (place == Host)
            _host.Enter(_base);
        else
            Rejoin(place);
    }

    /// <summary>The calling thread has made a namespace: keeps it, and goes to the root file system in it.</summary>
    internal void Entered(int index)
    {
        _place = index;
        _namespaces[index] = _host.OpenOwnNamespace(OwnNamespace);
        SyscallException.Check(Libc.ChangeDirectory(_roots[index].Pointer), "chdir", _roots[index].Text);
    }

    /// <summary>setns(2) into a namespace of its own, the current one perhaps.</summary>
    internal void Rejoin(int index)
    {
        SyscallException.Check(Libc.SetNamespace(_namespaces[index], MountFlags.NewNamespace), "setns", OwnNamespace.Text);
        if (!_pivoted[index])
            SyscallException.Check(Libc.ChangeDirectory(_roots[index].Pointer), "chdir", _roots[index].Text);
    }

    /// <summary>The namespace's root is now the container's root file system, where setns leads to.</summary>
    internal void Pivoted(int place) => _pivoted[place] = true;

    /// <summary>Lets go of a namespace of its own.</summary>
    internal void End(int index)
    {
        MoveTo(Host);
        SyscallException.Check(Libc.Close(_namespaces[index]), "close", OwnNamespace.Text);
        _namespaces[index] = 0;
    }

    /// <summary>Lets go of all that it holds; for a start that was for practice only.</summary>
    internal void Drop()
    {
        MoveTo(Host);
        while (Contexts.Count > 0) _ = Libc.Close(Contexts.TakeLast());
        while (Detached.Count > 0) _ = Libc.Close(Detached.TakeLast());
        while (Attached.Count > 0) _ = Libc.Close(Attached.TakeLast());
        foreach (var descriptor in _namespaces.Where(descriptor => descriptor > 0))
            _ = Libc.Close(descriptor);
    }
}
