using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>The columns of the reference's table for a start.</summary>
public readonly record struct Calls(int Host, int Container, int Legacy, int Fd, int Namespaces, int DetachedCloses, int Reads)
{
    public static Calls Of(RuntimeCounts counts) => new(
        counts.HostCalls, counts.ContainerCalls, counts.LegacyCalls, counts.FdCalls, counts.NamespaceCalls, counts.DetachedCloses, counts.MountinfoReads);

    public static Calls operator +(Calls left, Calls right) => new(
        left.Host + right.Host, left.Container + right.Container, left.Legacy + right.Legacy, left.Fd + right.Fd,
        left.Namespaces + right.Namespaces, left.DetachedCloses + right.DetachedCloses, left.Reads + right.Reads);
}
