using System.Text.Json.Serialization;
using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>The serializer's code, made by the compiler: no reflection at start.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(ExactNumberConverter), typeof(OneLineNumbersConverter)])]
[JsonSerializable(typeof(PredictionDocument))]
[JsonSerializable(typeof(BurstDocument))]
[JsonSerializable(typeof(ClaimsDocument))]
[JsonSerializable(typeof(IReadOnlyList<ModelRow>))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(SweepDocument))]
[JsonSerializable(typeof(ShardStatusDocument))]
[JsonSerializable(typeof(EstimateDocument))]
[JsonSerializable(typeof(ComparisonDocument))]
[JsonSerializable(typeof(CapacityDocument))]
[JsonSerializable(typeof(ValidationDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
