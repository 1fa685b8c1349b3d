using System.Text.Json;
using MountSim.Experiments.Validation;

namespace MountSim.Reporting.Json;

/// <summary>A validation as one JSON object.</summary>
public static class ValidationJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, ValidationReport report, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.Write(JsonSerializer.Serialize(ValidationDocument.From(report, command), PlainJson.Context.ValidationDocument));
        writer.Write('\n');
    }
}
