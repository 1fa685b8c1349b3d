using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Model.Bench;

/// <summary>A scenario's kernel on its machine with nobody else on it: what operations take alone.</summary>
/// <param name="scenario">The kernel, the machine and the profile.</param>
/// <param name="seed">Decides the costs within their intervals.</param>
public sealed class OperationBench(Scenario scenario, long seed)
{
    /// <summary>Runs operations one after the other in one task.</summary>
    /// <param name="state">What the laws depend on; the machine's CPUs need not be stated.</param>
    /// <param name="operations">Names of the operations.</param>
    /// <returns>Picoseconds of all of them.</returns>
    public long Run(IReadOnlyDictionary<Variable, double> state, params IReadOnlyList<string> operations)
    {
        ArgumentNullException.ThrowIfNull(state);
        var clock = new Engine.Simulation();
        var scheduler = new Scheduler(clock, HardwareDraw.Draw(scenario, seed));
        var known = new Dictionary<Variable, double>(state) { [Variable.Cpus] = scheduler.Hardware.PossibleCpus };
        var kernel = new SimKernel(scenario.Kernel, scheduler, seed, known, scenario.BatchHoldPs);
        var task = new Alone(kernel, seed, operations, known);
        task.Begin();
        clock.Run();
        return task.EndedAt;
    }

    private sealed class Alone : KernelTask
    {
        private readonly IReadOnlyList<string> _operations;
        private int _next;

        public Alone(SimKernel kernel, long seed, IReadOnlyList<string> operations, Dictionary<Variable, double> state) : base(kernel, 0, seed, "alone")
        {
            _operations = operations;
            foreach (var (variable, value) in state) Values[(int)variable] = value;
        }

        public long EndedAt { get; private set; }

        protected override bool Next()
        {
            if (_next < _operations.Count) return Start(_operations[_next++]);
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

        protected override void Apply(EffectKind kind, long count)
        {
        }
    }
}
