using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MountSim.Reporting.Json;

/// <summary>A list of thousands of numbers on one line, where the rest of the document is indented.</summary>
internal sealed class OneLineNumbersConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("reports are written, never read back");

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
