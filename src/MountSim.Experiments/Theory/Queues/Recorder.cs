using MountSim.Engine;

namespace MountSim.Experiments.Theory.Queues;

/// <summary>Takes the samples of a run after its warm-up, one row of quantities a customer, and stops the run when it has enough.</summary>
internal sealed class Recorder(Simulation simulation, RunPlan plan, int quantities)
{
    private readonly BatchMeans[] _means = [.. Enumerable.Range(0, quantities).Select(_ => new BatchMeans(plan.BatchSize))];
    private int _seen;

    public IReadOnlyList<BatchMeans> Means => _means;

    /// <summary>Adds a row; quantities beyond those that were asked for are dropped.</summary>
    public void Add(params ReadOnlySpan<double> row)
    {
        if (++_seen <= RunPlan.WarmUp) return;
        for (var i = 0; i < _means.Length; i++) _means[i].Add(row[i]);
        if (plan.IsOver(_seen)) simulation.Stop();
    }
}
