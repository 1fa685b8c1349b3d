using MountSim.Experiments.Inputs;

namespace MountSim.Experiments.Fleets;

/// <summary>The plan of a fleet.</summary>
/// <param name="Table">What its author wrote.</param>
/// <param name="Question">What must hold.</param>
/// <param name="Rows">A row a row of the table.</param>
/// <param name="Scenarios">Different scenarios among them, each of which was computed once.</param>
public sealed record FleetReport(InputTable Table, FleetQuestion Question, IReadOnlyList<FleetRow> Rows, int Scenarios)
{
    /// <summary>The plan in a sentence.</summary>
    public string Sentence()
    {
        var planned = Rows.Where(row => row.Answer is not null).ToList();
        var missing = planned.Where(row => row.HostsSpare is not >= 0).ToList();
        var hosts = planned.Sum(row => (long)row.Class!.Hosts);
        var targets = string.Join(" and ", Question.Targets);
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var verdict = missing.Count == 0
            ? "the demand is met everywhere"
            : missing.Exists(row => row.HostsNeeded is null)
                ? string.Create(culture, $"{missing.Count} of them cannot meet their demand with the hosts they have, some with no number of hosts")
                : string.Create(culture, $"{missing.Count} of them lack {missing.Sum(row => -row.HostsSpare!.Value)} hosts for their demand");
        return string.Create(culture, $"{planned.Count} classes, {hosts} hosts, for {targets}: {planned.Count(row => row.IsMet == true)} keep it with the planned burst; {verdict}.");
    }
}
