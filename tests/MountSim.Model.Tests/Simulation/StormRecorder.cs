using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Writes down what a watched storm says, and checks on the way what must never be.</summary>
internal sealed class StormRecorder : StormObserver
{
    private readonly Dictionary<int, SimTask> _onCpu = [];
    private readonly Dictionary<(SimLock Lock, SimTask Task), (LockMode Mode, long At)> _holds = [];
    private readonly Dictionary<SimLock, long> _freeFrom = [];
    private readonly Dictionary<SimTask, IWaitObject> _waits = [];
    private readonly Dictionary<int, long> _issued = [];

    public SimKernel? Kernel { get; private set; }

    public List<(SimLock Lock, LockMode Mode, long From, long To)> Holds { get; } = [];

    public List<(IWaitObject On, long From, long To)> Waits { get; } = [];

    public List<(long From, long To)> GracePeriods { get; } = [];

    public List<long> StartPs { get; } = [];

    public int Switches { get; private set; }

    public int Operations { get; private set; }

    public int Spinning { get; private set; }

    public int MostRunnable { get; private set; }

    public long End { get; private set; }

    public override void Began(SimKernel kernel) => Kernel = kernel;

    public override void Switched(long now, int cpu, SimTask? task)
    {
        Switches++;
        if (task is null)
        {
            Assert.True(_onCpu.Remove(cpu));
            return;
        }

        Assert.DoesNotContain(task, _onCpu.Values);
        _onCpu[cpu] = task;
    }

    public override void Works(long at, SimTask task, string? operation)
    {
        Assert.Same(task, _onCpu[task.Cpu]);
        if (operation is not null) Operations++;
    }

    public override void Spins(long now, SimTask task, bool begins)
    {
        Assert.Same(task, _onCpu[task.Cpu]);
        Spinning += begins ? 1 : -1;
        Assert.InRange(Spinning, 0, _onCpu.Count);
    }

    public override void Queued(long now, int runnable) => MostRunnable = Math.Max(MostRunnable, runnable);

    public override void WaitBegan(long now, SimTask task, IWaitObject on) => Assert.True(_waits.TryAdd(task, on));

    public override void WaitEnded(long now, SimTask task, IWaitObject on, long since)
    {
        Assert.True(_waits.Remove(task, out var begun));
        Assert.Same(begun, on);
        if (on is SimLock wanted) Assert.Contains((wanted, task), _holds.Keys);
        Waits.Add((on, since, now));
    }

    public override void Held(long at, SimLock held, SimTask task, LockMode mode)
    {
        Assert.True(at >= _freeFrom.GetValueOrDefault(held));
        if (mode != LockMode.Read) Assert.DoesNotContain(_holds.Keys, hold => hold.Lock == held);
        else Assert.DoesNotContain(_holds, hold => hold.Key.Lock == held && hold.Value.Mode != LockMode.Read);
        _holds.Add((held, task), (mode, at));
    }

    public override void Released(long at, SimLock held, SimTask task, LockMode mode)
    {
        Assert.True(_holds.Remove((held, task), out var begun));
        Assert.Equal(mode, begun.Mode);
        if (mode != LockMode.Read) _freeFrom[held] = at;
        Holds.Add((held, mode, begun.At, at));
    }

    public override void GracePeriod(GracePeriods which, long from, long to) => GracePeriods.Add((from, to));

    public override void Issued(long now, int container) => _issued.Add(container, now);

    public override void Started(long now, int container) => StartPs.Add(now - _issued[container]);

    public override void Ended(long now) => End = now;
}
