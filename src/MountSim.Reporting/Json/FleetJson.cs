using System.Text.Encodings.Web;
using System.Text.Json;
using MountSim.Experiments.Fleets;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Json;

/// <summary>A fleet's plan as one JSON object: the targets, the sentence, and an object a row with the CSV's names as keys.</summary>
public static class FleetJson
{
    /// <summary>Writes the object and a newline.</summary>
    public static void Write(TextWriter writer, FleetReport report, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        var columns = FleetColumns.Of(report.Table);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", "mountsim-fleet/1");
            json.WriteString("sentence", report.Sentence());
            if (command is not null) json.WriteString("command", command);
            json.WriteStartArray("targets");
            foreach (var target in report.Question.Targets) json.WriteStringValue(target.ToString());
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in report.Rows)
            {
                json.WriteStartObject();
                foreach (var column in columns) Write(json, column.Name, column.Value(row));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        writer.Write(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        writer.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        if (value is string text) json.WriteStringValue(text);
        else if (ExactNumber.Text(value) is { Length: > 0 } number) json.WriteRawValue(number);
        else json.WriteNullValue();
    }
}
