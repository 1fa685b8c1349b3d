using System.Globalization;
using MountSim.Experiments.Inputs;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Sweeps;

/// <summary>
/// A design file. CSV: a column a field, a row a scenario. YAML: a key a field, and under <c>scenarios</c> a list of such mappings, each of which adds to the
/// keys at the top and wins over them. A value may be a list or a range; then every combination is a scenario. <c>scenario</c> names a row or a mapping.
/// </summary>
public static class SweepDesign
{
    private const string NameKey = "scenario", ListKey = "scenarios";

    /// <summary>Reads the grids of a file.</summary>
    /// <param name="path">Ends in .csv, .yaml or .yml.</param>
    /// <param name="reader">Reads the values.</param>
    /// <exception cref="ModelException">What is wrong, with file, line and column.</exception>
    public static IReadOnlyList<SweepGrid> Read(string path, AxisReader reader) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => OfTable(InputTable.Read(path), reader),
        ".YAML" or ".YML" => OfYaml(YamlFile.Read(path), reader),
        _ => throw new ModelException("--design", $"'{path}' names no known format; allowed: a name that ends in .csv, .yaml or .yml"),
    };

    /// <summary>A grid a row.</summary>
    public static IReadOnlyList<SweepGrid> OfTable(InputTable table, AxisReader reader)
    {
        if (table.Rows.Count == 0) throw new ModelException(table.File, "has no rows; allowed: a scenario a row");
        return [.. table.Rows.Select(row => Grid(table, row, reader))];
    }

    /// <summary>One grid, or those of the list.</summary>
    public static IReadOnlyList<SweepGrid> OfYaml(YamlMap design, AxisReader reader)
    {
        var common = Grid(design, reader, ListKey);
        if (design.Find(ListKey) is not { } list) return [common];
        var grids = list.AsList().Select(item => Grid(item.AsMap(), reader)).ToList();
        if (grids.Count == 0) throw list.Refuse("at least one scenario");
        return [.. grids.Select(grid => common.With(grid.Axes) with { Place = grid.Place, Name = grid.Name ?? common.Name })];
    }

    private static SweepGrid Grid(InputTable table, InputRow row, AxisReader reader)
    {
        var axes = new List<SweepAxis>();
        string? name = null;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var (title, text) = (table.Columns[column], row.Cells[column]);
            var place = string.Create(CultureInfo.InvariantCulture, $"{table.File}:{row.Line}:{title}");
            if (title == NameKey) name = text.Length > 0 ? text : null;
            else if (text.Length > 0) axes.AddRange(reader.Read(title, [text], place));
        }
        return new SweepGrid(axes, string.Create(CultureInfo.InvariantCulture, $"{table.File}:{row.Line}"), name);
    }

    private static SweepGrid Grid(YamlMap map, AxisReader reader, string? without = null)
    {
        var axes = new List<SweepAxis>();
        foreach (var key in map.Keys.Where(key => key != without && key != NameKey))
        {
            var value = map.Require(key);
            var texts = value.IsScalar ? [value.AsText()] : value.AsList().Select(item => item.AsText()).ToList();
            if (texts.Count == 0) throw value.Refuse("at least one value");
            axes.AddRange(reader.Read(key, texts, value.KeyPlace));
        }
        return new SweepGrid(axes, map.Place, map.Find(NameKey)?.AsText());
    }
}
