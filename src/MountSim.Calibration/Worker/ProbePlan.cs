using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Worker;

/// <summary>Which probes run, and in which room.</summary>
internal static class ProbePlan
{
    private const int PairsPerDistance = 8;
    private static readonly int[] Layers = [1, 5, 20];
    private static readonly int[] Receivers = [1, 8, 32];
    private static readonly int[] Components = [3, 7, WalkProbe.Deepest];

    /// <summary>All probes that the privilege allows; <paramref name="skip"/> is told of the others.</summary>
    internal static IEnumerable<(Room Room, Probe Probe)> Make(
        WorkerOrder order, HostTopology topology, int cpu, Action<string, string> skip)
    {
        var mounts = order.Privilege != Privileges.None;
        var rooms = order.ExtraMounts.Take(mounts ? order.ExtraMounts.Count : 1)
            .Select(extra => new Room(order.Directory, cpu, mounts ? extra : 0, mounts)).ToList();
        var first = rooms[0];
        yield return (first, new TimerProbe());
        yield return (first, new SyscallProbe());
        foreach (var components in Components)
            yield return (first, new WalkProbe(components));
        foreach (var (distance, home, away) in topology.Pairs(PairsPerDistance))
        {
            yield return (first, new PingPongProbe(distance, home, away, cpu));
            yield return (first, new PollProbe(distance, home, away, cpu));
        }

        foreach (var room in rooms)
            yield return (room, new MountinfoProbe(room));
        if (!mounts)
        {
            skip("all mounts, umounts and namespace copies", Capability.Mounts.Missing("they are real mounts") + ", or where user namespaces are allowed and unshare(1) is installed");
            yield break;
        }

        // Peers are mounts: they must not be in a table whose size matters.
        var shared = new Room(order.Directory, cpu, 0, true, "shared");
        foreach (var receivers in Receivers)
            yield return (shared, new ReceiversProbe(receivers));
        foreach (var pair in Sized(rooms).Concat(Mounts(first, order.Privilege == Privileges.UserNamespace, Others(topology, cpu))))
            yield return pair;
    }

    private static IEnumerable<(Room, Probe)> Sized(IEnumerable<Room> rooms)
    {
        foreach (var room in rooms)
        {
            yield return (room, new NamespaceProbe(room));
            yield return (room, new PropagationProbe(room));
            yield return (room, new TreeProbe(room));
        }
    }

    private static IEnumerable<(Room, Probe)> Mounts(Room room, bool userNamespace, IReadOnlyList<int> others)
    {
        yield return (room, MountProbe.Simple("tmpfs"));
        yield return (room, MountProbe.Simple("proc"));
        foreach (var layers in Layers)
        {
            yield return (room, MountProbe.Overlay(layers, userNamespace));
            yield return (room, NewMountProbe.Overlay(layers, userNamespace));
        }

        yield return (room, NewMountProbe.Tmpfs());
        yield return (room, new TreeMountProbe());
        for (var busy = 0; busy <= others.Count; busy = busy == 0 ? 1 : busy * 2)
            yield return (room, new BindProbe(busy, others));
    }

    // Busy threads keep off the first CPU as long as there is another: what the system does there is not ours to slow down.
    private static IReadOnlyList<int> Others(HostTopology topology, int cpu) => [.. topology.Cpus.Where(c => c != cpu).Reverse()];
}
