using System.Globalization;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Requests;
using MountSim.Experiments.Sweeps;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Fleets;

/// <summary>
/// A table of host classes: a row a class. <c>class</c>, <c>hosts</c> and <c>demand_containers</c> say what it is, every column that has the name of an option
/// says what one host of it does, and all others pass through.
/// </summary>
/// <param name="Table">As it was written.</param>
/// <param name="Classes">The rows that can be planned.</param>
/// <param name="Problems">Those that cannot, a problem each cell.</param>
/// <param name="Remarks">What a reader should look at: columns that pass through and whose names are near to one that means something.</param>
public sealed record FleetInput(InputTable Table, IReadOnlyList<FleetClass> Classes, IReadOnlyList<FleetProblem> Problems, IReadOnlyList<string> Remarks)
{
    private const string NameColumn = "class", HostsColumn = "hosts", DemandColumn = "demand_containers";
    private const int MostHosts = 10_000_000;
    private const long MostContainers = 1_000_000_000_000;

    private static readonly string[] Own = [NameColumn, HostsColumn, DemandColumn];

    /// <summary>Reads a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="defaults">What a row means where it says nothing.</param>
    /// <exception cref="ModelException">There is no row.</exception>
    public static FleetInput Read(InputTable table, PredictRequest defaults)
    {
        if (table.Rows.Count == 0) throw new ModelException(table.File, "has no rows; allowed: a class of hosts a row");
        var reader = new AxisReader();
        var buildable = new Dictionary<string, string?>(StringComparer.Ordinal);
        var (classes, problems) = (new List<FleetClass>(), new List<FleetProblem>());
        foreach (var row in table.Rows)
        {
            var wrong = new List<FleetProblem>();
            var read = Class(table, row, defaults, reader, wrong);
            if (wrong.Count == 0 && WhyNot(read.Request, buildable) is { } why) wrong.Add(new FleetProblem(row, string.Create(CultureInfo.InvariantCulture, $"{table.File}:{row.Line}: {why}")));
            if (wrong.Count == 0) classes.Add(read);
            problems.AddRange(wrong);
        }
        return new FleetInput(table, classes, problems, [.. table.Columns.Select(Remark).OfType<string>()]);
    }

    /// <summary>True for a column that says something to us; any other passes through.</summary>
    public static bool Means(string column) => Own.Contains(column) || RequestFields.Names.Contains(FieldOf(column));

    private static FleetClass Class(InputTable table, InputRow row, PredictRequest defaults, AxisReader reader, List<FleetProblem> problems)
    {
        var request = defaults;
        var (name, hosts, demand) = (string.Create(CultureInfo.InvariantCulture, $"row {row.Line}"), 1L, (long?)null);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var (title, text) = (table.Columns[column], row.Cells[column]);
            if (text.Length == 0 || !Means(title)) continue;
            try
            {
                if (title == NameColumn) name = text;
                else if (title == HostsColumn) hosts = Whole(text, MostHosts);
                else if (title == DemandColumn) demand = Whole(text, MostContainers);
                else request = Set(request, title, text, table.HasDecimalComma, reader);
            }
            catch (ModelException failure)
            {
                problems.Add(new FleetProblem(row, string.Create(CultureInfo.InvariantCulture, $"{table.File}:{row.Line}: {title}: {failure.Problem}")));
            }
        }
        if (problems.Count == 0)
            problems.AddRange(RequestRules.Problems(request).Select(problem => new FleetProblem(row, string.Create(CultureInfo.InvariantCulture, $"{table.File}:{row.Line}: {problem}"))));
        return new FleetClass(row, name, (int)hosts, demand ?? hosts * request.Workload.Containers, request);
    }

    // What only shows when models meet: a runtime without that variable, a kernel without that call.
    private static string? WhyNot(PredictRequest request, Dictionary<string, string?> known)
    {
        var scenario = RequestFields.Canonical(request);
        if (known.TryGetValue(scenario, out var before)) return before;
        try
        {
            ScenarioBuilder.Build(request);
            return known[scenario] = null;
        }
        catch (ModelException failure)
        {
            return known[scenario] = failure.Message;
        }
    }

    private static PredictRequest Set(PredictRequest request, string column, string text, bool hasDecimalComma, AxisReader reader)
    {
        var field = RequestFields.Find(FieldOf(column), column);
        var value = hasDecimalComma && field.IsNumber ? text.Replace(',', '.') : text;
        var axes = reader.Read(field.Name, [value], column);
        if (axes.FirstOrDefault(axis => axis.Values.Count != 1) is not null) throw new ModelException(column, $"found '{text}'; allowed: one value, since a row is one class");
        return axes.Aggregate(request, (so, axis) => field.Set(so, axis.Values[0]));
    }

    private static long Whole(string text, long most) =>
        Numbers.TryWhole(text, out var value) && value >= 1 && value <= most
            ? value
            : throw new ModelException("", string.Create(CultureInfo.InvariantCulture, $"found '{text}'; allowed: a whole number from 1 to {most}"));

    private static string? Remark(string column) => Means(column) || NearestName.Of(column, [.. Own, .. RequestFields.Names.Select(name => name.Replace('-', '_'))]) is not { } near
        ? null
        : $"the column '{column}' passes through; if it was meant, its name is '{near}'";

    private static string FieldOf(string column) => column.Replace('_', '-');
}
