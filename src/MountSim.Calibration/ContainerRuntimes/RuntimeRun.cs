using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>
/// A burst of real starts inside the measuring process, which is the first of a PID namespace: furnishes the host, makes a bundle for each container,
/// practises, starts them, and deletes each when its program has ended. No container has a cgroup, for the one cgroup2 mount that they see is read-only.
/// </summary>
internal sealed class RuntimeRun
{
    private const int Practices = 2;
    private const double NsPerMs = 1e6;
    private const string Cgroups = "/sys/fs/cgroup";
    private readonly BurstOrder _order;
    private readonly RuntimePlace _place;
    private readonly long[] _latencies, _created;
    private RuntimeContainer[] _containers = [];

    internal RuntimeRun(BurstOrder order)
    {
        _order = order;
        _place = new RuntimePlace(order);
        (_latencies, _created) = (new long[order.Containers], new long[order.Containers]);
    }

    /// <summary>Runs the burst.</summary>
    /// <param name="begin">Called when all is prepared; returns when the burst shall begin.</param>
    internal BurstReport Run(Action begin)
    {
        CoverCgroups();
        BurstHost host = null!;
        var mounts = 0;
        BurstThread.Do("host", () => (host, mounts) = Furnish());
        var before = Mounts(host);
        using var pollers = new TablePollers(host, _order);
        using var stops = new RuntimeStops(_place, _order.Concurrency);
        using var slots = new Slots(_order.Containers, _order.Concurrency, () => Starter(stops));
        var watch = new CpuWatch();
        begin();
        var (used, children) = (watch.Now(), ChildrenTime.Now());
        if (!slots.Run(TimeSpan.FromSeconds(_order.Seconds)) || !stops.Finish(TimeSpan.FromSeconds(_order.Seconds)))
            return BurstReport.TooLong(_order);
        ChildProgram.Reap();
        var (end, ended) = (watch.Now(), ChildrenTime.Now());
        var name = _order.Bundle!.Program;
        return new BurstReport
        {
            LatencyNs = _latencies,
            UserNs = (long)((ended.UserMs - children.UserMs) * NsPerMs),
            KernelNs = (long)((ended.KernelMs - children.KernelMs) * NsPerMs),
            MakespanNs = Slots.ToNs(stops.End - slots.Begin),
            OthersMs = end.OthersMsSince(used),
            StolenMs = end.StolenMs - used.StolenMs,
            HostMountsBefore = before,
            HostMountsAfter = Mounts(host),
            ContainerMounts = mounts,
            Operations =
            [
                new OperationTime($"{name} create", _order.Containers, _created.Sum(created => (double)created)),
                new OperationTime($"{name} start", _order.Containers, _latencies.Zip(_created, (latency, created) => (double)latency - created).Sum()),
            ],
        };
    }

    // In a cgroup namespace of its own: a mount from the first one would set the options of the host's.
    private static void CoverCgroups()
    {
        SyscallException.Check(Libc.Unshare(MountFlags.NewCgroupNamespace), "unshare", "CLONE_NEWCGROUP");
        var (type, target) = (new NativeText("cgroup2"), new NativeText(Cgroups));
        unsafe
        {
            SyscallException.Check(Libc.Mount(type.Pointer, target.Pointer, type.Pointer, MountFlags.ReadOnly, null), "mount(cgroup2)", Cgroups);
        }
    }

    private (BurstHost Host, int Mounts) Furnish()
    {
        _place.Make();
        var host = new BurstHost(_order.Directory);
        host.GrowTable(_order.HostMounts);
        host.AddSlaves(_order.OtherNamespaces);
        var (mounts, practice) = (0, new RuntimeStarts(_place, "practice"));
        for (var i = 0; i < Practices; i++)
        {
            var container = _place.Add("practice" + i.ToString(CultureInfo.InvariantCulture));
            practice.Create(container);
            mounts = container.CountMounts();
            practice.Start(container);
            practice.Stop(container);
        }

        _containers = _place.AddAll();

        return (host, mounts);
    }

    private Action<int, long> Starter(RuntimeStops stops)
    {
        var starts = new RuntimeStarts(_place, Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture));
        return (number, issued) =>
        {
            var container = _containers[number];
            starts.Create(container);
            _created[number] = Slots.ToNs(Stopwatch.GetTimestamp() - issued);
            starts.Start(container);
            _latencies[number] = Slots.ToNs(Stopwatch.GetTimestamp() - issued);
            stops.Add(container);
        };
    }

    private static int Mounts(BurstHost host)
    {
        var mounts = 0;
        BurstThread.Do("count", () => mounts = host.Table.ReadAll());
        return mounts;
    }
}
