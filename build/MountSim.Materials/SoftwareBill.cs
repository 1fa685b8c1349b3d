using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MountSim.Materials;

/// <summary>The software bill of materials, CycloneDX 1.6 in JSON: every package of every lock file. What is not in the tool has the scope "excluded".</summary>
/// <remarks>Neither a time nor a serial number is in it: the same lock files give the same bytes.</remarks>
public static class SoftwareBill
{
    /// <summary>Where it lies, from the repository's root.</summary>
    public const string FileName = "sbom.cdx.json";

    private const string Tool = "mountsim";

    /// <summary>The bill's text.</summary>
    public static string Of(IReadOnlyList<LockedPackage> packages)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            WriteTool(json);
            json.WriteStartArray("components");
            foreach (var package in packages) Write(json, package);
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            WriteNeeds(json, Tool, Roots(packages));
            foreach (var package in packages) WriteNeeds(json, Url(package.Key), package.DependsOn.Select(Url));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", Tool);
        json.WriteString("name", Tool);
        json.WriteString("version", typeof(SoftwareBill).Assembly.GetName().Version!.ToString(fieldCount: 3)); // one version for all projects
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LockedPackage package)
    {
        var facts = PackageFacts.Of(package);
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", Url(package.Key));
        json.WriteString("name", package.Id);
        json.WriteString("version", package.Version);
        json.WriteString("scope", package.Shipped ? "required" : "excluded");
        json.WriteStartArray("licenses");
        WriteLicense(json, facts);
        json.WriteEndArray();
        json.WriteString("copyright", facts.Copyright);
        json.WriteString("purl", Url(package.Key));
        json.WriteStartArray("properties");
        json.WriteStartObject();
        json.WriteString("name", "mountsim:packages.lock.json:contentHash");
        json.WriteString("value", package.ContentHash);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLicense(Utf8JsonWriter json, PackageFacts facts)
    {
        json.WriteStartObject();
        if (facts.License is { } expression && expression.Contains(' ', StringComparison.Ordinal))
            json.WriteString("expression", expression);
        else
        {
            json.WriteStartObject("license");
            if (facts.License is { } id) json.WriteString("id", id);
            else
            {
                json.WriteString("name", facts.LicenseText.Split('\n')[0]);
                json.WriteStartObject("text");
                json.WriteString("content", facts.LicenseText);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteNeeds(Utf8JsonWriter json, string what, IEnumerable<string> needs)
    {
        json.WriteStartObject();
        json.WriteString("ref", what);
        json.WriteStartArray("dependsOn");
        foreach (var needed in needs) json.WriteStringValue(needed);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What is in the tool and no other package there needs.</summary>
    private static IEnumerable<string> Roots(IReadOnlyList<LockedPackage> packages)
    {
        var needed = packages.Where(package => package.Shipped).SelectMany(package => package.DependsOn).ToHashSet(StringComparer.Ordinal);
        return packages.Where(package => package.Shipped && !needed.Contains(package.Key)).Select(package => Url(package.Key));
    }

    private static string Url(string key) => $"pkg:nuget/{key}";
}
