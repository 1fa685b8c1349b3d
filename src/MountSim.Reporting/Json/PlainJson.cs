using System.Text.Encodings.Web;
using System.Text.Json;

namespace MountSim.Reporting.Json;

/// <summary>Our JSON: text goes to files and terminals, never into a page, so only what JSON itself demands is escaped.</summary>
internal static class PlainJson
{
    public static ReportJsonContext Context { get; } =
        new(new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
