using System.Globalization;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Requests;

namespace MountSim.Experiments.Fleets;

/// <summary>What of a fleet is to be computed: the different scenarios of its rows, each once, in the order in which the rows first have them.</summary>
public sealed class FleetPlan
{
    private readonly Dictionary<InputRow, (FleetClass Class, int Scenario)> _classes = [];

    /// <summary>The plan of a table's sound rows.</summary>
    public FleetPlan(FleetInput input, FleetQuestion question)
    {
        ArgumentNullException.ThrowIfNull(input);
        (Input, Question) = (input, question);
        var (scenarios, known) = (new List<PredictRequest>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var one in input.Classes)
        {
            var canonical = RequestFields.Canonical(one.Request);
            if (known.TryAdd(canonical, scenarios.Count)) scenarios.Add(one.Request);
            _classes.Add(one.Row, (one, known[canonical]));
        }
        Scenarios = scenarios;
    }

    /// <summary>The rows.</summary>
    public FleetInput Input { get; }

    /// <summary>What must hold.</summary>
    public FleetQuestion Question { get; }

    /// <summary>The different scenarios.</summary>
    public IReadOnlyList<PredictRequest> Scenarios { get; }

    /// <summary>
    /// SHA-256 of all that decides the answers: the scenarios in their order with the files that they name, the targets and the search's end; 64 hexadecimal digits.
    /// Names of classes, hosts, demands and columns that pass through are no part of it, as they change no answer.
    /// </summary>
    /// <exception cref="Model.ModelException">A file that a scenario names cannot be read.</exception>
    public string Hash()
    {
        using var hash = new PlanHash();
        foreach (var target in Question.Targets) hash.Add(target.ToString());
        hash.Add("");
        hash.Add(Question.Furthest.ToString(CultureInfo.InvariantCulture));
        foreach (var scenario in Scenarios)
        {
            foreach (var (field, value) in RequestFields.Said(scenario))
            {
                hash.Add(field);
                hash.Add(field, value);
            }
            hash.Add("");
        }
        return hash.Digits();
    }

    /// <summary>The report.</summary>
    /// <param name="answers">An answer a scenario, in their order.</param>
    public FleetReport Report(IReadOnlyList<FleetAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Count, Scenarios.Count);
        var problems = Input.Problems.GroupBy(problem => problem.Row).ToDictionary(row => row.Key, row => string.Join("; ", row.Select(problem => problem.Message)));
        return new FleetReport(Input.Table, Question, [.. Input.Table.Rows.Select(Row)], Scenarios.Count);

        FleetRow Row(InputRow row) => _classes.TryGetValue(row, out var known) ? new FleetRow(row, known.Class, answers[known.Scenario], null) : new FleetRow(row, null, null, problems[row]);
    }
}
