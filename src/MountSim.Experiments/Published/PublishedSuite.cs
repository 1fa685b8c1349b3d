using System.Globalization;
using MountSim.Experiments.Published.Cases;
using MountSim.Experiments.Validation;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Published;

/// <summary>The suite <c>published</c>: what others measured, held against predictions.</summary>
public static class PublishedSuite
{
    private const double Share = 0.9;

    /// <summary>The names of all cases, in their order.</summary>
    public static IReadOnlyList<string> Names => [.. Cases.Select(one => one.Id)];

    internal static IReadOnlyList<PublishedCase> Cases =>
    [
        MountCounts.Case, LaunchStorm.Case, HyperThreading.Case, SpinningShare.Case, TableReaders.Case, UmountGracePeriod.Case, TestAndSetLock.Case, TicketLockSlope.Case,
        HolderPreemption.Case, RwSemRates.Case, ParsesAgainstMounts.Case, BridgedStarts.Case, SandboxedPods.Case, SequentialStarts.Case, NamespaceCopies.Case,
    ];

    /// <summary>Simulates the cases and judges them.</summary>
    /// <exception cref="ModelException">A case is asked for that there is not.</exception>
    public static ValidationReport Run(PublishedRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var unknown in request.Cases.Except(Names))
            throw new ModelException("validate published", $"'{unknown}': no such case; {NearestName.Hint(unknown, Names)}");
        var asked = Cases.Where(one => request.Cases.Count == 0 || request.Cases.Contains(one.Id)).ToList();
        var run = new PublishedRun(request, cancellation);
        var outcomes = new List<ValidationCase>();
        foreach (var one in asked)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ValidationProgress(outcomes.Count, asked.Count, "cases"));
            outcomes.Add(new ValidationCase(one.Id, one.Title, one.Basis, one.Judge(run)));
        }

        return new ValidationReport("published", "published", outcomes, ValidationTarget.ShareOfCases(Share, outcomes), Notes(request));
    }

    private static IReadOnlyList<string> Notes(PublishedRequest request) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Predictions: {request.Replications} replications, seed {request.Seed}, the embedded profile, the defaults of predict where a case says nothing; intervals are 95 %."),
        "None of the published figures was measured by this project. A case is met when all of its quantities lie in their bands; a published direction ('better') is a band without an end.",
    ];
}
