using System.Globalization;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Profiles;

/// <summary>What a profile must hold beyond its form.</summary>
internal static class ProfileRules
{
    // Turns shorter than this are what interrupts do; a storm of them would be mostly switches.
    private const double LeastSliceMicroseconds = 100;

    /// <summary>All problems: where in the profile, what was found and what is allowed.</summary>
    internal static IEnumerable<(string Path, string Problem)> Problems(HostProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Name))
            yield return ("name", "found an empty name; allowed: any text");
        if (!(profile.Baseline.NsPerInstruction > 0))
            yield return ("baseline.ns_per_instruction", Found(profile.Baseline.NsPerInstruction, "a number above 0"));
        if (!(profile.SpreadCv >= 0 && profile.SpreadCv < 10))
            yield return ("spread_cv", Found(profile.SpreadCv, "0 to 10"));
        foreach (var problem in Classes(profile).Concat(Costs(profile)))
            yield return problem;
        foreach (var problem in Ordered("grace.base_microseconds", profile.Grace.BaseMicroseconds, 0)
            .Concat(Ordered("grace.per_busy_cpu_microseconds", profile.Grace.PerBusyCpuMicroseconds, double.NegativeInfinity))
            .Concat(Ordered("guesses.dirty_share", profile.Guesses.DirtyShare, 0))
            .Concat(Ordered("guesses.parallel_loads", profile.Guesses.ParallelLoads, 1)))
            yield return problem;
        if (profile.Scheduling is { } scheduling)
        {
            foreach (var problem in Ordered("scheduling.switch_microseconds", scheduling.SwitchMicroseconds, 0).Concat(Ordered("scheduling.speed_of_all", scheduling.SpeedOfAll, double.Epsilon)))
                yield return problem;
            if (scheduling.SpeedOfAll.High > 1)
                yield return ("scheduling.speed_of_all.high", Found(scheduling.SpeedOfAll.High, "above 0, to 1"));
        }

        foreach (var (name, interval, least) in new[]
        {
            ("grace.thread", profile.Grace.ThreadMicroseconds, 0),
            ("grace.thread_per_caller", profile.Grace.ThreadPerCallerMicroseconds, 0),
            ("grace.back_to_back", profile.Grace.BackToBackMicroseconds, 0),
            ("scheduling.free_mount", profile.Scheduling?.FreeMountMicroseconds, 0),
            ("scheduling.free_superblock", profile.Scheduling?.FreeSuperblockMicroseconds, 0),
            ("scheduling.slice", profile.Scheduling?.SliceMicroseconds, LeastSliceMicroseconds),
        })
        {
            if (interval is { } given)
                foreach (var problem in Ordered($"{name}_microseconds", given, least))
                    yield return problem;
        }

        if (profile.Guesses.DirtyShare.High > 1)
            yield return ("guesses.dirty_share.high", Found(profile.Guesses.DirtyShare.High, "0 to 1"));
    }

    private static IEnumerable<(string, string)> Classes(HostProfile profile)
    {
        foreach (var workClass in Enum.GetValues<WorkClass>())
        {
            var count = profile.Classes.Count(c => c.Class == workClass);
            if (count != 1)
                yield return ("classes", $"found {count.ToString(CultureInfo.InvariantCulture)} entries of {workClass}; allowed: one of each class");
        }

        for (var i = 0; i < profile.Classes.Count; i++)
            foreach (var problem in Ordered($"classes[{Index(i)}].ns_per_instruction", profile.Classes[i].NsPerInstruction, double.Epsilon))
                yield return problem;
    }

    private static IEnumerable<(string, string)> Costs(HostProfile profile)
    {
        for (var i = 0; i < profile.Costs.Count; i++)
        {
            var cost = profile.Costs[i];
            if (!double.IsFinite(cost.Median))
                yield return ($"costs[{Index(i)}].median", Found(cost.Median, "a number"));
            if (!(cost.Low <= cost.Median && cost.Median <= cost.High))
                yield return ($"costs[{Index(i)}]", "found a median outside of low to high; allowed: low <= median <= high");
            if (cost.Mean is { } mean && !(mean.Low <= mean.Value && mean.Value <= mean.High))
                yield return ($"costs[{Index(i)}].mean", "found a value outside of low to high; allowed: low <= value <= high");
            if (cost.Samples < 1)
                yield return ($"costs[{Index(i)}].samples", Found(cost.Samples, "1 or more"));
        }
    }

    private static IEnumerable<(string, string)> Ordered(string path, Interval interval, double least)
    {
        if (!(interval.Low <= interval.Value && interval.Value <= interval.High))
            yield return (path, "found a value outside of low to high; allowed: low <= value <= high");
        if (!(interval.Low >= least))
            yield return (path + ".low", Found(interval.Low, least > 0 ? "a number above 0" : "0 or more"));
    }

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Found(double value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"found {value}; allowed: {allowed}");
}
