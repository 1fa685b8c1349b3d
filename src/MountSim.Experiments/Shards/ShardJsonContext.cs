using System.Text.Json.Serialization;

namespace MountSim.Experiments.Shards;

/// <summary>The first line of every part, and the lines of sweeps and their folder's file: doubles come back bit by bit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(SweepFile))]
[JsonSerializable(typeof(PartHeader))]
[JsonSerializable(typeof(PartLine))]
internal sealed partial class ShardJsonContext : JsonSerializerContext;
