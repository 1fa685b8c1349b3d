using MountSim.Calibration.Bursts;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Tracing;
using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation.Host;

/// <summary>The real bursts of one case.</summary>
internal sealed class HostRuns
{
    // A burst during which others had more of the CPU time than this is set aside, as long as enough others are left.
    public const double Disturbed = 0.1;
    private const int Enough = 3;
    private readonly List<BurstResult> _all = [];
    private readonly List<HostProfile> _profiles = [];

    /// <summary>The profiles of the host that they came after, each once.</summary>
    public IReadOnlyList<HostProfile> Profiles => _profiles;

    /// <summary>Who waited for which lock in bursts of their own, which are not timed: a tracer costs.</summary>
    public List<ContentionResult> Contention { get; } = [];

    /// <summary>Mounts of the host's table that they met.</summary>
    public int HostMounts => _all[0].HostMountsBefore;

    /// <summary>Mounts in a container's namespace where they were counted; else null.</summary>
    public int? ContainerMounts => _all[0].ContainerMounts;

    /// <summary>Why real starts could not go on, in a clause; null where they did.</summary>
    public string? Failure { get; set; }

    /// <summary>Bursts that count, and all.</summary>
    public (int Counted, int All) Count => (Counted.Count, _all.Count);

    /// <summary>The most CPU time that others, or the hypervisor, had during one that counts, 0 to 1.</summary>
    public double Interference => Counted.Max(Share);

    /// <summary>Adds one that came after a profile.</summary>
    public void Add(BurstResult result, HostProfile profile)
    {
        _all.Add(result);
        if (!_profiles.Contains(profile)) _profiles.Add(profile);
    }

    /// <summary>True while fewer than enough were undisturbed.</summary>
    public bool WantsMore => _all.Count(one => Share(one) <= Disturbed) < Enough;

    /// <summary>Containers a second.</summary>
    public Interval Throughput => Over(one => 1000 * one.StartMs.Count / one.MakespanMs);

    /// <summary>Median start latency, ms.</summary>
    public Interval StartP50 => Over(one => Quantiles.Median([.. one.StartMs]));

    private List<BurstResult> Counted
    {
        get
        {
            var calm = _all.Where(one => Share(one) <= Disturbed).ToList();
            return calm.Count >= Math.Min(Enough, _all.Count) ? calm : _all;
        }
    }

    private static double Share(BurstResult one) => one.Interference + one.Stolen;

    // The median over the runs, and a run's spread around it: the scaled median deviation.
    private Interval Over(Func<BurstResult, double> figure)
    {
        double[] values = [.. Counted.Select(figure)];
        var median = Quantiles.Median(values);
        var spread = Quantiles.MadToSigma * Quantiles.Median([.. values.Select(value => Math.Abs(value - median))]);
        return new Interval(median, median - spread, median + spread);
    }
}
