using System.Text.Json;
using MountSim.Experiments.Planning;

namespace MountSim.Reporting.Json;

/// <summary>A comparison as one JSON object.</summary>
public static class ComparisonJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, ComparisonReport report, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(ComparisonDocument.From(report, command), PlainJson.Context.ComparisonDocument));
        writer.Write('\n');
    }
}
