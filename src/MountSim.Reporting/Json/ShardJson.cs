using System.Text.Json;
using MountSim.Experiments.Shards;

namespace MountSim.Reporting.Json;

/// <summary>What a sweep over many machines will take, and what of it is there, as JSON objects.</summary>
public static class ShardJson
{
    /// <summary>Writes a folder's state and a newline.</summary>
    public static void Write(TextWriter writer, ShardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(ShardStatusDocument.From(folder), PlainJson.Context.ShardStatusDocument) + "\n");
    }

    /// <summary>Writes an estimate and a newline.</summary>
    public static void Write(TextWriter writer, SweepEstimate estimate, int threads)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(EstimateDocument.From(estimate, threads), PlainJson.Context.EstimateDocument) + "\n");
    }
}
