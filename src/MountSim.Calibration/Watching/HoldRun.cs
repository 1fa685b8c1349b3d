using System.Diagnostics;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Watching;

/// <summary>
/// The measurement inside its process: each operation in turn, with the watcher in the operation's mount namespace and in one of its own. What keeps the watcher
/// from the lock during an operation, and no longer than it, is the operation's hold.
/// </summary>
internal sealed unsafe class HoldRun
{
    private const int Samples = 20;
    private const double CalmNs = 20_000; // the watcher's usual calls between two samples
    private readonly HoldOrder _order;
    private readonly BurstHost _host;
    private readonly List<string> _refused = [];

    internal HoldRun(HoldOrder order)
    {
        _order = order;
        _host = new BurstHost(order.Directory);
    }

    /// <summary>Measures all.</summary>
    /// <param name="roundDone">Called after each round, from the measuring thread.</param>
    internal HoldReport Run(Action roundDone)
    {
        var cpus = HostTopology.Read().Cpus;
        if (cpus.Count < 2)
            throw new CalibrationException("holds are seen from a second CPU, and this process may run on one only");
        List<WatchedOperation> operations = [];
        BurstThread.Do("holder", () => operations = Measure(cpus[^1], cpus[^2], roundDone));
        return new HoldReport { Operations = operations, Refused = _refused };
    }

    private List<WatchedOperation> Measure(int cpu, int watcherCpu, Action roundDone)
    {
        var own = _host.MakePrivateNamespace();
        var other = _host.MakePrivateNamespace();
        Join(own);
        Directories.Enter("/");
        var actions = new HoldActions(_host.ProcDirectory).All;
        Affinity.Pin(cpu);
        var usable = actions.Where(Works).ToList();
        var blocks = usable.SelectMany(action => new[] { (action, false), (action, true) }).ToDictionary(pair => pair, _ => new List<WatchedBlock>());
        for (var round = 0; round < _order.Rounds; round++)
        {
            foreach (var elsewhere in new[] { false, true })
            {
                using var watcher = new LockWatcher(watcherCpu, _host.Spinner, () => Join(elsewhere ? other : own));
                foreach (var action in usable)
                    blocks[(action, elsewhere)].Add(Block(action, watcher));
            }

            roundDone();
        }

        return [.. blocks.Select(pair => new WatchedOperation(pair.Key.action.Name, pair.Key.Item2, pair.Value))];
    }

    // What the kernel does not offer is left out; what it offers has been compiled now.
    private bool Works(HoldAction action)
    {
        try
        {
            action.Before?.Invoke();
            action.Do();
            action.Undo();
            return true;
        }
        catch (SyscallException e)
        {
            _refused.Add($"{action.Name}: {e.Message}");
            return false;
        }
    }

    private WatchedBlock Block(HoldAction action, LockWatcher watcher)
    {
        var (longest, durations, usual) = (new double[Samples], new double[Samples], new double[Samples]);
        for (var i = 0; i < Samples; i++)
        {
            action.Before?.Invoke();
            var calm = Stopwatch.GetTimestamp();
            _host.Spinner.Spin(CalmNs);
            // The calls of a calm stretch: what a call takes when nobody holds the lock.
            usual[i] = watcher.LongestDuring(calm, Stopwatch.GetTimestamp());
            var begin = Stopwatch.GetTimestamp();
            action.Do();
            var end = Stopwatch.GetTimestamp();
            longest[i] = watcher.LongestDuring(begin, end);
            durations[i] = (end - begin) * (1e9 / Stopwatch.Frequency);
            action.Undo();
        }

        return new WatchedBlock(longest, durations, usual);
    }

    private static void Join(int descriptor) => SyscallException.Check(Libc.SetNamespace(descriptor, MountFlags.NewNamespace), "setns", "mount namespace");
}
