using System.Text.Json.Serialization;

namespace MountSim.Experiments.Shards;

/// <summary>Parts of fleets and their folder's file: doubles come back bit by bit, and what is missing is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(FleetFile))]
[JsonSerializable(typeof(FleetLine))]
internal sealed partial class FleetPartJson : JsonSerializerContext;
