namespace MountSim.Model.Simulation;

/// <summary>What holds when a storm has ended, whatever the scenario. A rule that is broken is a bug of the simulator, and its numbers are worth nothing.</summary>
internal static class StormRules
{
    // Busy areas are sums of doubles.
    private const double Rounding = 1e-9;

    /// <summary>Throws at the first broken rule.</summary>
    public static void Check(HostSystem system, IReadOnlyList<ContainerTask> containers, IReadOnlyList<SimTask> everybody)
    {
        foreach (var container in containers)
        {
            Require(container.Started.Total == container.StartedAt - container.IssuedAt, $"the parts of start {container.Number} do not add up to its latency");
            Require(!container.HoldsLocks, $"container {container.Number} ended with a lock");
        }

        var receiving = system.Workload.OtherNamespaces + containers.Sum(container => container.ReceivingNamespaces);
        Require(system.Host.Receivers == receiving, $"{system.Host.Receivers} namespaces receive, where {receiving} exist that do");
        var scheduler = system.Kernel.Scheduler;
        var busy = everybody.Sum(task => (double)(task.Time.User + task.Time.Kernel + task.Time.Spin)) + scheduler.Switching;
        Require(Math.Abs(busy - scheduler.BusyArea) <= Rounding * scheduler.BusyArea, $"tasks and switches took {busy} ps, CPUs were busy for {scheduler.BusyArea}");
    }

    private static void Require(bool holds, FormattableString problem)
    {
        if (!holds) throw new InvalidOperationException(FormattableString.Invariant(problem));
    }
}
