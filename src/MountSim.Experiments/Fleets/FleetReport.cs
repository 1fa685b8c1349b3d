using System.Globalization;
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
        var verdict = missing.Count == 0
            ? "the demand is met everywhere"
            : missing.Exists(row => row.HostsNeeded is null)
                ? string.Create(CultureInfo.InvariantCulture, $"{missing.Count} cannot meet their demand with the hosts they have, some of them with no number of hosts")
                : string.Create(CultureInfo.InvariantCulture, $"{missing.Count} lack {missing.Sum(row => -row.HostsSpare!.Value)} hosts together for their demand");
        return string.Create(CultureInfo.InvariantCulture, $"Of {planned.Count} host classes ({hosts} hosts), {planned.Count(row => row.IsMet == true)} keep {targets} with the planned burst; {verdict}.");
    }
}
