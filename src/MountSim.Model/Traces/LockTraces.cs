namespace MountSim.Model.Traces;

/// <summary>The traces of a directory.</summary>
/// <param name="Events">Events in order, by release and operation.</param>
/// <param name="Runs">The rows of the parameter tables; a run that two tables have is here once.</param>
public sealed record LockTraces(
    IReadOnlyDictionary<(string Release, string Operation), IReadOnlyList<TraceEvent>> Events, IReadOnlyList<TracedRun> Runs)
{
    /// <summary>The kernels, older ones first.</summary>
    public IReadOnlyList<string> Releases =>
        [.. Events.Keys.Select(key => key.Release).Concat(Runs.Select(run => run.Release)).Distinct().OrderBy(KernelVersion.Of).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Names of global locks that the traces of a kernel know.</summary>
    public IReadOnlySet<string> Names(string release) => new HashSet<string>(
        Events.Where(item => item.Key.Release == release).SelectMany(item => item.Value).Select(item => item.Lock)
            .Concat(Runs.Where(run => run.Release == release).SelectMany(run => run.Uses.Keys).Select(use => use.Lock)),
        StringComparer.Ordinal);

    /// <summary>
    /// Instructions that a probe leaves in the traces of a kernel at each event: no two events lie closer than what the first one's probe still costs.
    /// 0 without events.
    /// </summary>
    public double ProbeResidue(string release) => Events.Where(item => item.Key.Release == release)
        .SelectMany(item => item.Value.Zip(item.Value.Skip(1), (one, next) => next.AtInstructions - one.AtInstructions))
        .DefaultIfEmpty(0).Min();

    /// <summary>Functions that the traces of a kernel show.</summary>
    public IReadOnlySet<string> Functions(string release) =>
        new HashSet<string>(Events.Where(item => item.Key.Release == release).SelectMany(item => item.Value).Select(item => item.Function), StringComparer.Ordinal);
}
