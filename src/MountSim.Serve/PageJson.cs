using System.Text.Json.Serialization;

namespace MountSim.Serve;

/// <summary>The serializer's code, made by the compiler. Its default encoder escapes what a page could take for markup.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PageHelp))]
[JsonSerializable(typeof(PageError))]
internal sealed partial class PageJson : JsonSerializerContext;
