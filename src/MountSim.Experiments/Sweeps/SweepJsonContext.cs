using System.Text.Json.Serialization;

namespace MountSim.Experiments.Sweeps;

/// <summary>A row as the journal keeps it: doubles come back bit by bit.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PredictionSummary))]
internal sealed partial class SweepJsonContext : JsonSerializerContext;
