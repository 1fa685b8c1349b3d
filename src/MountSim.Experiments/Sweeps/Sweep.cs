using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MountSim.Experiments.Sweeps;

/// <summary>Predicts the scenarios of a plan on all cores and gives their rows in the plan's order, each as soon as those before it are done.</summary>
/// <param name="plan">The scenarios.</param>
/// <param name="predict">Predicts one; called from several threads, and equal scenarios must give equal rows.</param>
/// <param name="journal">Has the rows of an earlier run, and gets those of this one.</param>
/// <param name="threads">Scenarios at a time.</param>
/// <param name="only">Positions to run, ascending; null: all.</param>
public sealed class Sweep(SweepPlan plan, Func<SweepScenario, CancellationToken, PredictionSummary> predict, SweepJournal journal, int threads, IReadOnlyList<long>? only = null)
{
    private readonly object _gate = new(); // a monitor, whose consumer waits
    private readonly BitArray _settled = new(checked((int)plan.Count));
    private readonly ConcurrentDictionary<long, SweepFailure> _failures = [];
    private ExceptionDispatchInfo? _broken;

    /// <summary>Scenarios without a row, in the plan's order; complete when all rows have come.</summary>
    public IReadOnlyList<SweepFailure> Failures => [.. _failures.Values.OrderBy(failure => failure.Scenario.Position)];

    /// <summary>Runs what the journal does not have. The rows come in the plan's order; those of failed scenarios are left out.</summary>
    /// <param name="progress">Told of each scenario, from any thread.</param>
    /// <param name="cancellation">Stops at once; the journal keeps what was done.</param>
    public IEnumerable<SweepRow> Run(IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        var before = journal.Positions();
        foreach (var position in before) _settled[(int)position] = true;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pending = Pending(new BitArray(_settled));
        var work = Task.Run(() => Work(pending, before.Count, progress, stop.Token), CancellationToken.None);
        try
        {
            foreach (var position in Positions())
            {
                WaitFor(position);
                if (!_failures.ContainsKey(position)) yield return new SweepRow(plan[position], journal.Read(position));
            }
        }
        finally
        {
            stop.Cancel(); // the reader may have left early
            work.GetAwaiter().GetResult();
        }
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Runs what the journal does not have and leaves the rows there.</summary>
    /// <param name="progress">Told of each scenario, from any thread.</param>
    /// <param name="cancellation">Stops at once; the journal keeps what was done.</param>
    public void Complete(IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        foreach (var _ in Run(progress, cancellation))
        {
            // Each is in the journal.
        }
    }

    /// <summary>The rows once more, after a run, from the journal.</summary>
    public IEnumerable<SweepRow> Kept() => Positions().Where(position => !_failures.ContainsKey(position)).Select(position => new SweepRow(plan[position], journal.Read(position)));

    private IEnumerable<long> Pending(BitArray done) => Positions().Where(position => !done[(int)position]);

    private IEnumerable<long> Positions()
    {
        for (var at = 0L; at < (only?.Count ?? plan.Count); at++) yield return only?[(int)at] ?? at;
    }

    private void Work(IEnumerable<long> pending, long before, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        var done = 0L;
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.ForEach(Partitioner.Create(pending, EnumerablePartitionerOptions.NoBuffering), options, position =>
            {
                Predict(position, cancellation);
                progress?.Report(new SweepProgress(Interlocked.Increment(ref done), before, only?.Count ?? plan.Count));
            });
        }
        catch (Exception failure)
        {
            lock (_gate)
            {
                _broken = ExceptionDispatchInfo.Capture(failure is AggregateException { InnerExceptions: [var first, ..] } ? first : failure);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Predict(long position, CancellationToken cancellation)
    {
        var scenario = plan[position];
        PredictionSummary? summary = null;
        try
        {
            summary = predict(scenario, cancellation) with { Scenario = scenario.Name };
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            // Whatever it is, it is this scenario's: the others are spared, and it is named.
            _failures[position] = new SweepFailure(scenario, failure is Model.ModelException ? failure.Message : $"a bug of ours: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
        }
        if (summary is not null) journal.Add(position, summary);
        lock (_gate)
        {
            _settled[(int)position] = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void WaitFor(long position)
    {
        lock (_gate)
        {
            while (!_settled[(int)position])
            {
                _broken?.Throw();
                Monitor.Wait(_gate);
            }
        }
    }
}
