using System.Text.Json;
using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>The list of models as a JSON array.</summary>
public static class ModelsJson
{
    /// <summary>Writes the array and a newline.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<ModelRow> rows)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(rows, PlainJson.Context.IReadOnlyListModelRow));
        writer.Write('\n');
    }
}
