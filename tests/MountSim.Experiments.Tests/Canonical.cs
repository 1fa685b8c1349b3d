using System.Text.Json;

namespace MountSim.Experiments.Tests;

/// <summary>A report as text, every number to its last bit.</summary>
internal static class Canonical
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    public static string Text(PredictionReport report) => JsonSerializer.Serialize(report, Options);
}
