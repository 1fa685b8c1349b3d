using System.Globalization;
using MountSim.Experiments.Theory.Locks;
using MountSim.Experiments.Theory.Queues;
using MountSim.Experiments.Validation;

namespace MountSim.Experiments.Theory;

/// <summary>The suite <c>theory</c>: the engine and the model's locks against the closed forms of queueing theory.</summary>
public static class TheorySuite
{
    /// <summary>Every case, in the order of the report.</summary>
    internal static IReadOnlyList<TheoryCase> Cases { get; } =
    [
        .. QueueForms.All.Select(TheoryCase.Of), .. ConstantCycleCases.All, .. LockForms.All.Select(TheoryCase.Of), .. LockCycleCases.All,
        .. HandOffCases.All, .. PhaseFairCases.All, .. BurstCases.All, .. TicketLockCases.All,
    ];

    /// <summary>Simulates all and judges.</summary>
    /// <param name="request">Seed and samples.</param>
    /// <param name="progress">Told of each case.</param>
    /// <param name="cancellation">Stops between cases.</param>
    public static ValidationReport Run(TheoryRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var plan = new RunPlan(request.Seed, request.Samples / RunPlan.Batches);
        var cases = new ValidationCase[Cases.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, cases.Length, options, i =>
        {
            cases[i] = Cases[i].Judge(plan);
            progress?.Report(new ValidationProgress(Interlocked.Increment(ref done), cases.Length, "cases"));
        });
        return new ValidationReport("theory", "closed form", cases, ValidationTarget.ShareOfCases(1, cases), Notes(plan));
    }

    private static IReadOnlyList<string> Notes(RunPlan plan) =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"Stochastic forms: {plan.Samples:#,0} samples after {RunPlan.WarmUp:#,0} dropped ones, seed {plan.Seed}, 99 % intervals of {RunPlan.Batches} batch means. Such an interval misses one time in a hundred by its nature: what it misses is judged afresh under the next {Form.SecondLook} seeds, of which {Form.MayMiss} may miss. Systems without chance must be equal to the picosecond."),
        "Sources: Kleinrock, Queueing Systems I (1975); Reiser and Lavenberg, JACM 27(2) 1980; Gunther, Guerrilla Capacity Planning (2007); Boyd-Wickizer et al., Non-scalable locks are dangerous (OLS 2012).",
    ];
}
