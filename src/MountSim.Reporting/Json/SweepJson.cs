using System.Text.Json;
using MountSim.Experiments.Sweeps;

namespace MountSim.Reporting.Json;

/// <summary>A sweep as one JSON object: what varies, a row a scenario, and what failed.</summary>
public static class SweepJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, SweepPlan plan, IReadOnlyList<SweepRow> rows, IReadOnlyList<SweepFailure> failures, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(plan);
        writer.Write(JsonSerializer.Serialize(SweepDocument.From(plan, rows, failures, command), PlainJson.Context.SweepDocument));
        writer.Write('\n');
    }
}
