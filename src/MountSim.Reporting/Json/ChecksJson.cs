using System.Text.Json;
using MountSim.Model.Traces;
using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>A check of models as one JSON object.</summary>
public static class ChecksJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<CheckRow> rows, IReadOnlyList<KernelMatch>? kernels)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var document = new CheckDocument(rows, kernels is null ? null : MatchRow.Of(kernels), kernels is null ? null : MatchSummary.Of(kernels));
        writer.Write(JsonSerializer.Serialize(document, PlainJson.Context.CheckDocument));
        writer.Write('\n');
    }
}
