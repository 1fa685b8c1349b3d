using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace MountSim.Reporting.Tests.Surface;

/// <summary>A document's JSON schema, as its serializer has it.</summary>
internal static class JsonSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of a type in a context.</summary>
    public static string Of(JsonSerializerContext context, Type type) =>
        context.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TransformSchemaNode = Tell }).ToJsonString(Indented) + "\n";

    // Of what a converter writes the exporter knows nothing; ours write numbers.
    private static JsonNode Tell(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema.GetValueKind() != JsonValueKind.True) return schema;
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var number = new JsonObject { ["type"] = type == context.TypeInfo.Type ? "number" : new JsonArray("number", "null") };
        if (type == typeof(double)) return number;
        return type == typeof(IReadOnlyList<double>) ? new JsonObject { ["type"] = "array", ["items"] = number } : throw new InvalidOperationException($"what does a {type} look like?");
    }
}
