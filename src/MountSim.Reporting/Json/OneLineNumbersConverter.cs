using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MountSim.Reporting.Json;

/// <summary>A list of thousands of numbers on one line, where the rest of the document is indented.</summary>
internal sealed class OneLineNumbersConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("found no list of numbers");
        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.Null)) throw new JsonException("found something else than a number in a list of numbers");
            numbers.Add(reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble());
        }

        return numbers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        var line = new StringBuilder("[");
        foreach (var number in value)
        {
            if (line.Length > 1) line.Append(", ");
            line.Append(ExactNumber.Text(number) ?? "null");
        }
        writer.WriteRawValue(line.Append(']').ToString(), skipInputValidation: true);
    }
}
