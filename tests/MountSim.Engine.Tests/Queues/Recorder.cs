namespace MountSim.Engine.Tests.Queues;

/// <summary>Takes the samples of a run after its warm-up, one row of quantities a customer, and stops the run when it has enough.</summary>
public sealed class Recorder(Simulation simulation, RunPlan plan, int quantities)
{
    private readonly BatchMeans[] _means = [.. Enumerable.Range(0, quantities).Select(_ => new BatchMeans(plan.BatchSize))];
    private int _seen;

    public IReadOnlyList<BatchMeans> Means => _means;

    public void Add(double first) => Add(first, 0, 0);

    public void Add(double first, double second) => Add(first, second, 0);

    public void Add(double first, double second, double third)
    {
        if (++_seen <= RunPlan.WarmUp) return;
        _means[0].Add(first);
        if (_means.Length > 1) _means[1].Add(second);
        if (_means.Length > 2) _means[2].Add(third);
        if (plan.IsOver(_seen)) simulation.Stop();
    }
}
