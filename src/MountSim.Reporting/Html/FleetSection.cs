using System.Text.Json;
using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>A fleet's plan in a page: its rows have the columns that their author gave them, so that they are read as they are.</summary>
internal static class FleetSection
{
    public static HtmlSection Of(JsonElement plan, string source, string id)
    {
        var rows = plan.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal)).ToList();
        var sentence = plan.GetProperty("sentence").GetString()!;
        var heads = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        var bars = rows.Select(Bar).OfType<FleetBar>().ToList();
        return new HtmlSection(
            $"Fleet: {string.Join(" and ", plan.GetProperty("targets").EnumerateArray().Select(target => target.GetString()))}",
            sentence,
            source,
            plan.TryGetProperty("command", out var command) ? command.GetString() : null,
            bars.Count == 0 ? [] : [PageChart.Of(font => FleetPlot.Panel("", bars, font), FleetPlot.Height(bars.Count), id)],
            [new TextTable("Plan", heads.Count, [.. heads.Select(head => head.Replace('_', ' '))], [.. rows.Select(row => (IReadOnlyList<string>)[.. heads.Select(head => row.TryGetValue(head, out var cell) ? Text(cell) : "")])])],
            []);
    }

    private static FleetBar? Bar(Dictionary<string, JsonElement> row) =>
        row.TryGetValue("class", out var name) && Number(row, "containers") is { } planned && Number(row, "largest_safe_burst") is { } safe ? new FleetBar(Text(name), planned, safe) : null;

    private static double? Number(Dictionary<string, JsonElement> row, string key) => row.TryGetValue(key, out var cell) && cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() : null;

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => cell.GetString()!,
        JsonValueKind.Number => Quantity.Digits(cell.GetDouble()),
        _ => cell.GetRawText(),
    };
}
