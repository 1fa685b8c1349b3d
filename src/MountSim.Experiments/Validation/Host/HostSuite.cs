using System.Globalization;
using MountSim.Calibration;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Tracing;
using MountSim.Experiments.Bursts;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Experiments.Validation.Host;

/// <summary>
/// The suite <c>host</c>: real bursts on this machine beside predictions from profiles of it. Each round of bursts begins with a profile, as a host's speed changes by the
/// quarter of an hour, or all follow one that was taken before; no burst is used to fit anything.
/// </summary>
public static class HostSuite
{
    private const string ExpeditedMutex = "rcu_state.exp_mutex";
    private const string GracePeriod = "RCU grace period";
    // Bursts beyond the rounds that a disturbed case may take.
    private const int MoreRounds = 3;

    /// <summary>Runs the suite.</summary>
    /// <exception cref="CalibrationException">The host cannot do it.</exception>
    public static async Task<ValidationReport> RunAsync(HostRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<HostCase> all = [.. HostCases.All(request.Workers), .. RuntimeCases.All(request.Workers)];
        var asked = all.Where(one => request.Only is null || one.Id.StartsWith(request.Only, StringComparison.Ordinal)).ToList();
        if (asked.Count == 0) throw new Model.ModelException("--only", $"no case begins with '{request.Only}'; the first is '{all[0].Id}'");
        Burst.Check(Options(all[0], request.Seed));
        asked = await RuntimeCases.TryAsync(asked, one => Options(one, request.Seed), cancellation).ConfigureAwait(false);
        var cases = asked.Where(one => one.Skipped is null).ToList();
        if (cases.Count == 0) return Report(asked, asked.ConvertAll(Skip), []);
        var runs = await BurstsAsync(cases, request, progress, cancellation).ConfigureAwait(false);
        var untraced = await TraceAsync(cases, runs, request, progress, cancellation).ConfigureAwait(false);
        asked = asked.ConvertAll(one => runs.TryGetValue(one, out var had) && had.Failure is { } failure ? one with { Skipped = failure } : one);
        List<ValidationCase> judged = [];
        foreach (var one in asked)
        {
            judged.Add(one.Skipped is null ? Judge(one, runs[one], request, cancellation) : Skip(one));
            progress?.Report(new ValidationProgress(judged.Count, asked.Count, "predictions"));
        }

        var real = asked.Where(one => one is { Runtime: not null, Skipped: null });
        var differing = real.Select(one => RuntimeNotes.Mounts(one, ScenarioBuilder.Build(On(one)).Scenario, runs[one].ContainerMounts)).OfType<string>();
        return Report(asked, judged, [.. Notes([.. runs.Values.Where(one => one.Failure is null)], untraced), .. differing]);
    }

    private static ValidationReport Report(List<HostCase> cases, List<ValidationCase> judged, IEnumerable<string> notes) =>
        new("host", "measured", judged, HostJudge.Target(judged), [.. notes, .. RuntimeNotes.Of(cases)]);

    private static ValidationCase Skip(HostCase one) => new(one.Id, one.Title, "", [ValidationRow.Skip(HostJudge.ThroughputName, "starts/s", one.Skipped!)]);

    private static async Task<HostProfile> CalibrateAsync(HostRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        const int Percent = 100;
        var calibration = progress is null ? null : new Progress<CalibrationProgress>(value => progress.Report(new ValidationProgress((int)(value.Fraction * Percent), Percent, "percent of the calibration")));
        return await Calibrator.RunAsync(new CalibrationOptions { Seed = (int)request.Seed }, calibration, cancellation).ConfigureAwait(false);
    }

    private static async Task<Dictionary<HostCase, HostRuns>> BurstsAsync(
        List<HostCase> cases, HostRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        var given = request.Profile is { } path ? ProfileFile.Read(path) : null;
        var runs = cases.ToDictionary(one => one, _ => new HostRuns());
        var random = new Random((int)request.Seed);
        var (done, total) = (0, cases.Count * request.Rounds);
        for (var round = 0; round < request.Rounds + MoreRounds; round++)
        {
            var wanted = cases.Where(one => runs[one].Failure is null && (round < request.Rounds || runs[one].WantsMore)).ToArray();
            if (wanted.Length == 0) break;
            var profile = given ?? await CalibrateAsync(request, progress, cancellation).ConfigureAwait(false);
            random.Shuffle(wanted);
            foreach (var one in wanted)
            {
                if (await RunAsync(one, runs[one], request.Seed + round, null, cancellation).ConfigureAwait(false) is { } result) runs[one].Add(result, profile);
                progress?.Report(new ValidationProgress(Math.Min(++done, total), total, "bursts"));
            }
        }

        return runs;
    }

    private static async Task<string?> TraceAsync(
        List<HostCase> cases, Dictionary<HostCase, HostRuns> runs, HostRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        // Names are learned from starts of our own where there are any: they cannot fail as a runtime may.
        if ((cases.LastOrDefault(one => one.Runtime is null) ?? cases.Find(one => runs[one].Failure is null)) is not { } teacher) return null;
        using var tracer = await BurstTracer.OpenAsync(Options(teacher, request.Seed), cancellation).ConfigureAwait(false);
        if (tracer.Tracer is null) return tracer.Refusal;
        var done = 0;
        foreach (var one in cases.Where(one => runs[one].Failure is null))
        {
            if (await RunAsync(one, runs[one], request.Seed, tracer.Tracer, cancellation).ConfigureAwait(false) is { } result) runs[one].Contention.Add(result.Contention!);
            progress?.Report(new ValidationProgress(++done, cases.Count, "traced bursts"));
        }

        return null;
    }

    // A runtime that fails in the middle costs its own case, not the suite.
    private static async Task<BurstResult?> RunAsync(HostCase one, HostRuns runs, long seed, ContentionTracer? tracer, CancellationToken cancellation)
    {
        try
        {
            return await Burst.RunAsync(Options(one, seed), tracer, cancellation).ConfigureAwait(false);
        }
        catch (CalibrationException e) when (one.Runtime is not null)
        {
            runs.Failure = e.Message;
            return null;
        }
    }

    // Each real start is a process of its own, which queues for a CPU.
    private static PredictRequest On(HostCase one) => HostScenario.On(one.Request).With(load => load with { OneThreadASlot = one.Runtime is null });

    private static BurstOptions Options(HostCase one, long seed) => new()
    {
        Scenario = ScenarioBuilder.Build(On(one)).Scenario,
        Runtime = one.Runtime,
        HostMounts = one.Request.Workload.HostMounts,
        Seed = seed,
    };

    private static ValidationCase Judge(HostCase one, HostRuns runs, HostRequest request, CancellationToken cancellation)
    {
        var scenario = On(one).With(load => load with { HostMounts = runs.HostMounts }) with { Replications = ReplicationsOf(request, runs), Seed = request.Seed };
        var predictions = runs.Profiles.Select(profile => Predictor.PredictAlone(scenario, profile, cancellation)).ToList();
        var p50 = Spread.Of([.. predictions.SelectMany(prediction => prediction.StartP50Ms)]);
        var reason = Disturbance(runs);
        List<ValidationRow> rows =
        [
            HostJudge.Row(HostJudge.ThroughputName, "starts/s", ThroughputOf(predictions.ConvertAll(prediction => prediction.Summary)), runs.Throughput, reason),
            HostJudge.Row(HostJudge.P50Name, "ms", new Interval(p50.Mean, p50.Low, p50.High), runs.StartP50, reason),
        ];
        if (runs.Contention.Count > 0)
            rows.Add(HostJudge.LocksInOrder(Measured(runs, ScenarioBuilder.Build(scenario).Scenario.Kernel), Predicted(predictions), runs.StartP50.Value * one.Request.Workload.Containers));
        return new ValidationCase(one.Id, one.Title, "", rows);
    }

    // As many in all as are asked for, and two of each profile at least.
    private static int ReplicationsOf(HostRequest request, HostRuns runs) => Math.Max(2, request.Replications / runs.Profiles.Count);

    // Of one profile the interval is its replications'; several profiles differ by more than that.
    internal static Interval ThroughputOf(IReadOnlyList<PredictionSummary> summaries)
    {
        if (summaries is [var summary]) return new(summary.ContainersPerS, 1000 * summary.Containers / summary.MakespanCiHighMs, 1000 * summary.Containers / summary.MakespanCiLowMs);
        var spread = Spread.Of([.. summaries.Select(one => one.ContainersPerS)]);
        return new(spread.Mean, spread.Low, spread.High);
    }

    private static IReadOnlyList<LockWait> Measured(HostRuns runs, KernelModel kernel) =>
        ByLock(ContentionRows.Of("", runs.Contention, kernel)
            .Select(row => row.Lock == ExpeditedMutex ? row with { Lock = GracePeriod } : row)
            // A lock that no call site named cannot be told from others.
            .Where(row => !row.Lock.StartsWith('?')));

    private static IReadOnlyList<LockWait> Predicted(List<PredictionReport> predictions) =>
        [.. ByLock(predictions.SelectMany(prediction => prediction.Locks)).Select(all => new LockWait(all.Lock, all.Waits / predictions.Count, all.TotalMs / predictions.Count))];

    private static IReadOnlyList<LockWait> ByLock(IEnumerable<LockSummary> rows) =>
        [.. rows.GroupBy(row => row.Lock, StringComparer.Ordinal).Select(group => new LockWait(group.Key, group.Sum(row => row.TracedContended), group.Sum(row => row.TracedWaitMs)))];

    private static string Disturbance(HostRuns runs)
    {
        var (counted, all) = runs.Count;
        return runs.Interference <= HostRuns.Disturbed && counted == all ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{counted} of {all} bursts count; others had up to {runs.Interference:P0} of the CPU time during them");
    }

    private static IEnumerable<string> Notes(List<HostRuns> runs, string? untraced)
    {
        var profiles = runs.SelectMany(one => one.Profiles).Distinct().ToList();
        if (profiles is [var profile, ..])
        {
            var taken = profiles.Count == 1 ? "taken before the bursts" : $"{profiles.Count} were taken, one before each round of bursts, and a case is held to the mean of its rounds' predictions";
            yield return $"Profile {profile.Name} of {profile.Host.CpuName}, Linux {profile.Host.Kernel}, {profile.Host.UsableCpus} CPUs{(profile.Host.Virtualised ? ", a guest" : "")}: {taken}, from single operations; no burst was used to fit anything.";
        }

        yield return $"Median over the bursts that count of each case; the band is {HostJudge.Allowed:P0} or a run's own spread, what is wider.";
        yield return "Locks are compared as the kernel's contention events show them, in bursts of their own: an rwsem's optimistic spinning is not a wait there, and of the callers that share a grace period one waits for its mutex.";
        if (untraced is not null) yield return untraced;
        var disturbed = runs.Count(one => one.Interference > HostRuns.Disturbed);
        if (disturbed > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"DISTURBED: in {disturbed} of {runs.Count} cases others had more than {HostRuns.Disturbed:P0} of the CPU time; measure again on a quiet machine.");
    }
}
