using System.Globalization;
using System.Text;
using MountSim.Engine;
using MountSim.Engine.Tests.ClosedForms;

namespace MountSim.Model.Tests.Locks;

/// <summary>The locks' stochastic forms at ten million samples, within 1 %. Writes theory-locks.csv to the folder that MOUNTSIM_RESULTS names, if it is set.</summary>
public class LongForms
{
    private const long Seed = 1;
    private const int Batches = 40;
    private const int BatchSize = 250_000;

    [Fact(Explicit = true)]
    public void Lie_within_one_percent_at_ten_million_samples()
    {
        var seqLock = SeqLockReaders.Simulate(Seed, BatchSize);
        List<(string Form, string Parameter, string Quantity, double Exact, BatchMeans Means)> rows =
        [
            ("seqlock reader", "lambda=1/us r=100 w=200", "E[T] ns", SeqLockReaders.Exact.MeanTime, seqLock.Time),
            ("seqlock reader", "lambda=1/us r=100 w=200", "attempts", SeqLockReaders.Exact.Attempts, seqLock.Attempts),
            ("seqlock reader", "lambda=1/us r=100 w=200", "retries an attempt", SeqLockReaders.Exact.RetryProbability, seqLock.Retries),
            ("seqlock reader", "lambda=1/us r=100 w=200", "P(busy)", SeqLockReaders.Exact.BusyProbability, seqLock.Busy),
        ];
        foreach (var threads in new[] { 2, 10, 20, 50 })
            rows.Add(("qspinlock as M/M/1//N", $"N={threads}", "R ns", new Repairman(threads, 900, 100).Response, SpinLockRepairman.Simulate(threads, Seed, BatchSize)));
        foreach (var cores in new[] { 8, 16, 48 })
        {
            var model = new BoydWickizer(10_000, 400, 100, cores);
            rows.Add(("Boyd-Wickizer ticket lock", $"n={cores}", "1/X", 1 / model.Rate, BoydWickizerChain.Simulate(model, Seed, Batches, BatchSize, 50_000)));
        }

        var csv = new StringBuilder("form,parameter,quantity,closed_form,simulated,relative_error,samples,seed\r\n");
        var errors = new List<string>();
        foreach (var (form, parameter, quantity, exact, means) in rows)
        {
            var error = (means.Mean / exact) - 1;
            var row = string.Create(CultureInfo.InvariantCulture, $"{form},{parameter},{quantity},{exact:G10},{means.Mean:G10},{error:G3},{Batches * BatchSize},{Seed}");
            csv.Append(row).Append("\r\n");
            if (Math.Abs(error) > 0.01) errors.Add(row);
        }

        if (Environment.GetEnvironmentVariable("MOUNTSIM_RESULTS") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "theory-locks.csv"), csv.ToString());
        Assert.Empty(errors);
    }
}
