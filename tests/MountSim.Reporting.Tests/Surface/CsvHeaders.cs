using System.Collections;
using System.Reflection;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Sweeps;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Tests.Html;

namespace MountSim.Reporting.Tests.Surface;

/// <summary>The header of every CSV is what was agreed; columns are added at the end only.</summary>
public class CsvHeaders
{
    // What a table's columns depend on.
    private static readonly Dictionary<string, Func<IEnumerable>> Made = new(StringComparer.Ordinal)
    {
        ["CapacityColumns"] = () => CapacityColumns.Of(SampleResults.Capacity()).Names,
        ["EstimateColumns"] = () => EstimateColumns.Of(threads: 2).Names,
        ["FleetColumns"] = () => FleetColumns.Of(InputTable.Parse("class,hosts\nweb,10\n", "hosts.csv")).Names,
        ["SweepColumns"] = () => SweepColumns.Of(new SweepPlan([new SweepGrid([new SweepAxis("cores", ["8"]), new SweepAxis("layers", ["1", "2"]), new SweepAxis("api", ["fd", "runtime"])], "test")])).Names,
    };

    [Fact]
    public void Every_header_is_as_agreed() => Golden.Verify("MountSim.Reporting.Tests", "csv-headers.txt", string.Concat(Headers().Select(one => $"{one.Name}\n{string.Join(',', one.Names)}\n\n")));

    private static IEnumerable<(string Name, IEnumerable<string> Names)> Headers()
    {
        foreach (var type in typeof(PredictionColumns).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Columns", StringComparison.Ordinal)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var lists = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType.Name.StartsWith("ColumnList", StringComparison.Ordinal)).ToList();
            foreach (var list in lists) yield return ($"{type.Name}.{list.Name}", ((IEnumerable)((dynamic)list.GetValue(null)!).Names).Cast<string>());
            if (lists.Count == 0) yield return (type.Name, Made[type.Name]().Cast<string>());
        }
    }
}
