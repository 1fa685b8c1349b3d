using System.Text.Encodings.Web;
using System.Text.Json;

namespace MountSim.Reporting.Json;

/// <summary>Our JSON: text goes to files and terminals, never into a page as it is, so only what JSON itself demands is escaped.</summary>
internal static class PlainJson
{
    public static ReportJsonContext Context { get; } =
        new(new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For files that come back: what a document must have and has not is an error.</summary>
    public static ReportJsonContext Strict { get; } =
        new(new JsonSerializerOptions(ReportJsonContext.Default.Options) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true });
}
