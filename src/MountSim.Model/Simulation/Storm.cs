using MountSim.Engine;
using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>One replication: a burst of container starts on one host, from the first issue to the last one started.</summary>
public sealed class Storm
{
    // No burst takes a day; agents and systemd would go on for ever if a container hung.
    private static readonly SimTime GivenUp = SimTime.Start + SimSpan.FromSeconds(86_400);

    private const double PsPerSecond = 1e12;

    private readonly Engine.Simulation _simulation = new();
    private readonly HostSystem _system;
    private readonly ContainerPlan _plan;
    private readonly ContainerTask[] _containers;
    private readonly List<HostTask> _others = [];
    private readonly List<long> _startPs = [];
    private readonly bool _stopsToo;
    private readonly UtilizationSampler _sampler;
    private int _arrived;
    private int _issued;
    private int _ended;

    /// <summary>Sets up a scenario under a seed; who watches it, if anybody.</summary>
    public Storm(Scenario scenario, long seed, StormObserver? observer = null)
    {
        var workload = scenario.Workload;
        var hardware = HardwareDraw.Draw(scenario, seed);
        var scheduler = new Scheduler(_simulation, hardware) { Observer = observer };
        var known = new Dictionary<Variable, double> { [Variable.Cpus] = hardware.PossibleCpus, [Variable.Tasks] = workload.Tasks };
        _system = new HostSystem
        {
            Kernel = new SimKernel(scenario.Kernel, scheduler, seed, known, scenario.BatchHoldPs, scenario.WhatIf),
            Workload = workload,
            Host = new HostTable(workload.HostMounts, workload.OtherNamespaces),
            Seed = seed,
            SpreadCv = scenario.Costs.SpreadCv,
        };
        _plan = new ContainerPlan(scenario);
        _stopsToo = workload.LifetimeSeconds is not null;
        _containers = [.. Enumerable.Range(0, workload.Containers).Select(i => new ContainerTask(_system, this, _plan, i))];
        AddOthers(workload);
        _sampler = new UtilizationSampler(_simulation, _system.Kernel);
        observer?.Began(_system.Kernel);
    }

    /// <summary>Runs to the end.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was decided.</exception>
    public StormResult Run(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var stop = cancellation.Register(_simulation.Stop);
        foreach (var other in _others) other.Begin();
        if (_system.Workload.StartsPerSecond is { } rate) new Arrivals(this, rate).Begin();
        else _arrived = _containers.Length;
        IssueArrived();
        new Watchdog(_simulation).TimeoutAt(GivenUp);
        _simulation.Run();
        cancellation.ThrowIfCancellationRequested();
        if (_ended < _containers.Length)
            throw new InvalidOperationException($"{_containers.Length - _ended} containers have not ended after {GivenUp - SimTime.Start} of simulated time: a wake-up was lost");
        return Result();
    }

    /// <summary>Notes a start; the container that its thread starts next, where it does not end.</summary>
    internal ContainerTask? Started(ContainerTask container)
    {
        _startPs.Add(container.StartedAt - container.IssuedAt);
        _system.Kernel.Scheduler.Observer?.Started(container.StartedAt, container.Number);
        ContainerTask? next = null;
        if (_system.Workload.OneThreadASlot && !_stopsToo && _issued < _arrived) next = _containers[_issued++];
        IssueArrived();
        if (!_stopsToo) CountEnd();
        return next;
    }

    internal void Stopped() => CountEnd();

    private void CountEnd()
    {
        if (++_ended == _containers.Length) _simulation.Stop();
    }

    private void IssueArrived()
    {
        while (_issued < _arrived && _issued - _startPs.Count < (_system.Workload.Concurrency ?? int.MaxValue)) IssueNext();
    }

    // A fork is balanced over the machine: starts begin spread over all CPUs.
    private void IssueNext()
    {
        var container = _containers[_issued];
        container.Issue(_system.Kernel.Scheduler.SpreadCpu(_issued));
        _issued++;
    }

    private void AddOthers(Workloads.Workload workload)
    {
        if (workload.SystemdScansPerSecond > 0 || workload.SystemdCgroup)
        {
            _system.Pid1 = new Systemd(_system, 0);
            _others.Add(_system.Pid1);
        }

        for (var i = 0; i < workload.Agents && workload.AgentReadsPerSecond > 0; i++) _others.Add(new TableAgent(_system, i));
        for (var i = 0; i < workload.Walkers && workload.WalksPerCpuMs > 0; i++) _others.Add(new WalkingTask(_system, i));
    }

    private StormResult Result()
    {
        var kernel = _system.Kernel;
        List<SimTask> everybody = [.. _containers, .. _others, .. kernel.Threads];
        everybody.ForEach(task => task.CloseAccounts());
        foreach (var one in kernel.Locks) one.Settle();
        kernel.Scheduler.Observer?.Ended(_simulation.Now.Picoseconds);
        StormRules.Check(_system, _containers, everybody);
        var waits = new long[kernel.WaitObjects];
        foreach (var container in _containers)
        {
            for (var i = 0; i < waits.Length; i++) waits[i] += container.WaitsPs[i];
        }

        var makespan = _simulation.Now.Picoseconds;
        return new StormResult
        {
            StartPs = _startPs,
            MakespanPs = makespan,
            Definitions = kernel.Definitions,
            Locks = kernel.Locks,
            GracePeriods = kernel.Expedited.Completed > 0 ? kernel.Expedited : kernel.Normal,
            WaitsPs = waits,
            UserPs = _containers.Sum(container => container.Started.User),
            KernelPs = _containers.Sum(container => container.Started.Kernel),
            RunQueuePs = _containers.Sum(container => container.Started.RunQueue),
            SystemCpuPs = everybody.Sum(task => task.Time.Kernel + task.Time.Spin) + kernel.Scheduler.Switching,
            SpinCpuPs = everybody.Sum(task => task.Time.Spin),
            CpuUtilization = kernel.Scheduler.BusyArea / ((double)makespan * kernel.Scheduler.Hardware.Cpus),
            LongestTableReadPs = _others.OfType<TableAgent>().Select(agent => agent.LongestReadPs).DefaultIfEmpty().Max(),
            Pid1Ps = _system.Pid1 is { Time: var pid1 } ? pid1.User + pid1.Kernel + pid1.Spin : 0,
            MountOperations = (long)_plan.MountOperations * _containers.Length,
            HostMountsAtEnd = _system.Host.Mounts,
            ReceiversAtEnd = _system.Host.Receivers,
            MostReceivers = _system.Host.MostReceivers,
            Utilization = _sampler.Finish(),
            Events = _simulation.Events - _sampler.Events,
        };
    }

    /// <summary>Starts that come one after the other, evenly spaced, the first at once.</summary>
    private sealed class Arrivals(Storm storm, double perSecond) : Process(storm._simulation)
    {
        private readonly long _gap = (long)(PsPerSecond / perSecond);

        public void Begin() => Resume();

        protected override void Resume()
        {
            storm._arrived++;
            storm.IssueArrived();
            if (storm._arrived < storm._containers.Length) Timeout(new SimSpan(_gap));
        }
    }

    /// <summary>Stops a run that would go on for ever.</summary>
    private sealed class Watchdog(Engine.Simulation simulation) : Process(simulation)
    {
        protected override void Resume() => Simulation.Stop();
    }
}
