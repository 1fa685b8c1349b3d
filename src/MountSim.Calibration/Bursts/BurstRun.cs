using System.Collections.Concurrent;
using System.Globalization;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>A burst inside the measuring process: furnishes the host, practises, runs, and counts what is there afterwards.</summary>
internal sealed class BurstRun
{
    private const int Practices = 2;
    private readonly BurstOrder _order;
    private readonly CompiledStart _start;
    private readonly ConcurrentBag<OperationTimes> _times = [];
    private BurstHost _host = null!;

    internal BurstRun(BurstOrder order)
    {
        _order = order;
        _start = CallCompiler.Compile(order);
    }

    /// <summary>Runs the burst.</summary>
    /// <param name="begin">Called when all is prepared; returns when the burst shall begin.</param>
    internal BurstReport Run(Action begin)
    {
        Container[] containers = [];
        BurstThread.Do("host", () => containers = Furnish());
        var before = HostMounts();
        using var pollers = new TablePollers(_host, _order);
        using var slots = new Slots(containers.Length, _order.Concurrency, () => Slot(containers));
        var watch = new CpuWatch();
        begin();
        var used = watch.Now();
        var done = slots.Run(TimeSpan.FromSeconds(_order.Seconds));
        var end = watch.Now();
        if (!done)
            return BurstReport.TooLong(_order);
        var times = OperationTimes.Sum(_times, _start.Calls.Count);
        return new BurstReport
        {
            LatencyNs = [.. containers.Select(container => container.LatencyNs)],
            UserNs = containers.Sum(container => container.UserNs),
            KernelNs = containers.Sum(container => container.CpuNs - container.UserNs),
            MakespanNs = slots.MakespanNs,
            OthersMs = end.OthersMsSince(used),
            StolenMs = end.StolenMs - used.StolenMs,
            HostMountsBefore = before,
            HostMountsAfter = HostMounts(),
            ContainerMounts = _start.PremadeNamespaces > 0 ? MountsIn(containers[^1]) : -1,
            Operations =
            [
                .. Enumerable.Range(0, _start.Calls.Count).GroupBy(i => _start.Calls[i].Operation, StringComparer.Ordinal)
                    .Select(calls => new OperationTime(calls.Key, calls.Sum(times.Count), calls.Sum(times.Nanoseconds)))
                    .OrderByDescending(time => time.TotalNs),
            ],
        };
    }

    // On its thread, which has descriptors of its own, as a process has.
    private Action<int, long> Slot(Container[] containers)
    {
        SyscallException.Check(Libc.Unshare(MountFlags.OwnDescriptors), "unshare", "CLONE_FILES");
        var times = new OperationTimes(_start.Calls.Count);
        _times.Add(times);
        return (number, issued) => ContainerStart.Do(_start, containers[number], issued, times);
    }

    private Container[] Furnish()
    {
        _host = new BurstHost(_order.Directory);
        _host.GrowTable(_order.HostMounts);
        _host.AddSlaves(_order.OtherNamespaces);
        for (var i = 0; i < Practices; i++)
        {
            var practice = Make("practice" + i.ToString(CultureInfo.InvariantCulture), i);
            Practise(practice, $"{_order.Directory}/practice{i.ToString(CultureInfo.InvariantCulture)}");
        }

        return [.. Enumerable.Range(0, _order.Containers).Select(i => Make("c" + i.ToString(CultureInfo.InvariantCulture), Practices + i))];
    }

    private Container Make(string name, int seed)
    {
        var directory = $"{_order.Directory}/{name}";
        BurstDirectories.Make(directory, _start);
        if (seed == 0)
            BurstDirectories.MakeLayers(directory, _start);
        var container = new Container(_host, _start, directory, (int)_order.Seed + seed);
        for (var i = 0; i < _start.PremadeNamespaces; i++)
            container.Receive(i, _host.MakePrivateNamespace());
        return container;
    }

    // Compiles every call and fills the kernel's caches; what it mounted on the host goes again.
    private void Practise(Container container, string directory)
    {
        ContainerStart.Do(_start, container, 0, new OperationTimes(_start.Calls.Count));
        container.Drop();
        foreach (var target in _start.HostTargets.Reverse())
            Directories.TryDetach($"{directory}/{target}");
    }

    private int HostMounts()
    {
        var mounts = 0;
        BurstThread.Do("count", () => mounts = _host.Table.ReadAll());
        return mounts;
    }

    private static int MountsIn(Container container)
    {
        var mounts = 0;
        BurstThread.Do("count", () =>
        {
            SyscallException.Check(Libc.SetNamespace(container.Newest, MountFlags.NewNamespace), "setns", "a container's namespace");
            mounts = container.Table.ReadAll();
        });
        return mounts;
    }
}
