using System.Text.Json;
using System.Text.Json.Serialization;

namespace MountSim.Reporting.Json;

/// <summary>Doubles as the CSV writes them; what is not a number becomes null.</summary>
internal sealed class ExactNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (ExactNumber.Text(value) is { } text) writer.WriteRawValue(text, skipInputValidation: true);
        else writer.WriteNullValue();
    }
}
