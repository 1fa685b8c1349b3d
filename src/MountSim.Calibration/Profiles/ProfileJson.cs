using System.Text.Json.Serialization;

namespace MountSim.Calibration.Profiles;

/// <summary>The JSON form of a profile: snake_case, indented, no unknown keys.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext
{
}
