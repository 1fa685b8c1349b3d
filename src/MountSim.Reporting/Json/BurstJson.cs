using System.Text.Json;
using MountSim.Experiments.Bursts;

namespace MountSim.Reporting.Json;

/// <summary>Real bursts as JSON: snake_case keys, units in the names, an order that stays.</summary>
public static class BurstJson
{
    /// <summary>Writes the document and a newline.</summary>
    public static void Write(TextWriter writer, BurstReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.Write(JsonSerializer.Serialize(BurstDocument.From(report), PlainJson.Context.BurstDocument));
        writer.Write('\n');
    }
}
