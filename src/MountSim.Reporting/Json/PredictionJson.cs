using System.Text.Json;
using MountSim.Experiments;

namespace MountSim.Reporting.Json;

/// <summary>A whole report as JSON: snake_case keys, units in the names, an order that stays.</summary>
public static class PredictionJson
{
    /// <summary>Writes the document and a newline.</summary>
    public static void Write(TextWriter writer, PredictionReport report, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.Write(JsonSerializer.Serialize(PredictionDocument.From(report, command), PlainJson.Context.PredictionDocument));
        writer.Write('\n');
    }
}
