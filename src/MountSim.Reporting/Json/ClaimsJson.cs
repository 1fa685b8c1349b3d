using System.Text.Json;
using MountSim.Experiments.Validation.Claims;

namespace MountSim.Reporting.Json;

/// <summary>Claims as JSON: snake_case keys, an order that stays.</summary>
public static class ClaimsJson
{
    /// <summary>Writes the document and a newline.</summary>
    public static void Write(TextWriter writer, ClaimReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.Write(JsonSerializer.Serialize(ClaimsDocument.From(report), PlainJson.Context.ClaimsDocument));
        writer.Write('\n');
    }
}
