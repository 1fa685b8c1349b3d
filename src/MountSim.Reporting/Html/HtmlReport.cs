using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MountSim.Model;
using MountSim.Model.Files;
using MountSim.Reporting.Json;

namespace MountSim.Reporting.Html;

/// <summary>JSON results of this tool as one page. What a file is says its key <c>format</c>.</summary>
public static class HtmlReport
{
    private static readonly string[] Formats =
    [
        "mountsim-prediction/1 (predict)", "mountsim-comparison/1 (compare)", "mountsim-sweep/1 (sweep)", "mountsim-capacity/1 (capacity)", "mountsim-fleet/1 (fleet)", "mountsim-validation/1 (validate)",
    ];

    /// <summary>The page.</summary>
    /// <param name="files">Files that the tool wrote with <c>--format json</c>.</param>
    /// <param name="title">The page's title; null: the result's own, or how many there are.</param>
    /// <param name="command">The command line that makes the page.</param>
    /// <param name="version">The tool's version.</param>
    /// <exception cref="ModelException">A file cannot be read or is no result; the message names file and place.</exception>
    public static string Of(IReadOnlyList<string> files, string? title, string command, string version)
    {
        ArgumentNullException.ThrowIfNull(files);
        var sections = files.Select((file, at) => Read(file, string.Create(CultureInfo.InvariantCulture, $"s{at + 1}"))).ToList();
        return HtmlPage.Of(title ?? (sections.Count == 1 ? sections[0].Title : $"{Quantity.Count(sections.Count)} results"), sections, command, version);
    }

    private static HtmlSection Read(string file, string id)
    {
        var bytes = InputFile.Bytes(file);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var key) || key.ValueKind != JsonValueKind.String)
                throw new ModelException(file, $"has no key 'format': it is no result of this tool; allowed: what --format json writes, one of {string.Join(", ", Formats)}");
            var name = Path.GetFileName(file);
            return key.GetString() switch
            {
                "mountsim-prediction/1" => PredictionSection.Of(Back(bytes, PlainJson.Strict.PredictionDocument), name, id),
                "mountsim-comparison/1" => ComparisonSection.Of(Back(bytes, PlainJson.Strict.ComparisonDocument), name, id),
                "mountsim-sweep/1" => SweepSection.Of(Back(bytes, PlainJson.Strict.SweepDocument), name, id),
                "mountsim-capacity/1" => CapacitySection.Of(Back(bytes, PlainJson.Strict.CapacityDocument), name, id),
                "mountsim-validation/1" => ValidationSection.Of(Back(bytes, PlainJson.Strict.ValidationDocument), name, id),
                "mountsim-fleet/1" => FleetSection.Of(root, name, id),
                var other => throw new ModelException(file, $"format: found '{other}'; allowed: {string.Join(", ", Formats)}"),
            };
        }
        catch (JsonException failure)
        {
            throw new ModelException(Place(file, failure), Reason(failure));
        }
        catch (ModelException wrong) when (!wrong.Place.StartsWith(file, StringComparison.Ordinal))
        {
            throw new ModelException(file, wrong.Message); // a value that an option, too, could have
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException or FormatException or OverflowException or ArithmeticException)
        {
            // The JSON reader knows the kinds of values, not what they say of each other: rows without a key, a null in a list, a name that is there twice.
            throw new ModelException(file, $"is no whole result: {failure.Message}");
        }
    }

    private static T Back<T>(byte[] bytes, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("found null");

    private static string Place(string file, JsonException failure) =>
        failure.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line + 1}:{failure.BytePositionInLine + 1}") : file;

    // The library's sentences name our types, and end in the place, which the message begins with.
    private static string Reason(JsonException failure)
    {
        var text = failure.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        if (text.IndexOf("missing required properties including: ", StringComparison.Ordinal) is >= 0 and var at) text = $"lacks {text[(at + 39)..].TrimEnd('.')}";
        else if (text.Contains("could not be converted", StringComparison.Ordinal)) text = "found a value of another kind than what this tool writes there";
        return failure.Path is { Length: > 1 } path ? $"{path[2..]}: {text}" : text;
    }
}
