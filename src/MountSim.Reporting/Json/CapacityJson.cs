using System.Text.Json;
using MountSim.Experiments.Planning;

namespace MountSim.Reporting.Json;

/// <summary>A capacity search as one JSON object.</summary>
public static class CapacityJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, CapacityReport report, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(CapacityDocument.From(report, command), PlainJson.Context.CapacityDocument));
        writer.Write('\n');
    }
}
