using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>A task that does operations one after the other, with a state that a test sets.</summary>
internal sealed class ScriptTask(SimKernel kernel, int number, IReadOnlyList<string> operations) : KernelTask(kernel, number, 1, "script")
{
    private int _next;

    public long EndedAt { get; private set; } = -1;

    public List<(EffectKind Kind, long Count)> Effects { get; } = [];

    public double this[Variable variable]
    {
        get => Values[(int)variable];
        set => Values[(int)variable] = value;
    }

    protected override bool Next()
    {
        if (_next < operations.Count) return Start(operations[_next++]);
        EndedAt = Simulation.Now.Picoseconds;
        End();
        return false;
    }

    protected override void RefreshValues()
    {
    }

    protected override int PollersToWake() => 0;

    protected override void WakePollers()
    {
    }

    protected override void Apply(EffectKind kind, long count) => Effects.Add((kind, count));
}
