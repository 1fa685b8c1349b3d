using System.Globalization;
using System.Text.Json;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Calibration.Profiles;

/// <summary>Reads and writes profiles.</summary>
public static class ProfileFile
{
    /// <summary>The profile in a file.</summary>
    /// <exception cref="ModelException">The file is missing or is not a profile; says where, what was found and what is allowed.</exception>
    public static HostProfile Read(string path) => Path.Exists(path) || path.Length == 0
        ? Parse(InputFile.Text(path), path)
        : throw new ModelException(path, "there is no such file; give a profile that 'mountsim calibrate' wrote");

    /// <summary>The profile in a text.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="ModelException">It is not a profile.</exception>
    public static HostProfile Parse(string text, string source)
    {
        HostProfile? profile;
        try
        {
            CheckSchema(text, source);
            profile = JsonSerializer.Deserialize(text, ProfileJson.Default.HostProfile);
        }
        catch (JsonException e)
        {
            throw new ModelException(ProfileErrors.Place(source, e), ProfileErrors.Explain(text, e));
        }

        if (profile is null)
            throw new ModelException(source, "found null; allowed: a profile that 'mountsim calibrate' wrote");
        foreach (var (path, problem) in ProfileRules.Problems(profile))
            throw new ModelException($"{source}: $.{path}", problem);
        return profile;
    }

    /// <summary>The profile as JSON, ended by a newline.</summary>
    public static string Format(HostProfile profile) => JsonSerializer.Serialize(profile, ProfileJson.Default.HostProfile) + "\n";

    /// <summary>Writes the profile whole or not at all: under a temporary name beside <paramref name="path"/>, then renamed.</summary>
    /// <exception cref="ModelException">It cannot be written.</exception>
    public static void Write(HostProfile profile, string path)
    {
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllText(temporary, Format(profile));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new ModelException(path, $"cannot be written: {e.Message} Give a file in a folder that exists and may be written");
        }
    }

    // First of all: a newer format must not be reported as a list of unknown keys.
    private static void CheckSchema(string text, string source)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new ModelException($"{source}: $", $"found {document.RootElement.ValueKind}; allowed: an object");
        if (!document.RootElement.TryGetProperty("schema", out var schema))
            throw new ModelException($"{source}: $.schema", $"missing; allowed: {HostProfile.CurrentSchema}");
        if (!schema.TryGetInt32Safe(out var version) || version != HostProfile.CurrentSchema)
            throw new ModelException($"{source}: $.schema", $"found {schema.GetRawText()}; allowed: {HostProfile.CurrentSchema}");
        if (NullInList(document.RootElement, "$") is { } place)
            throw new ModelException($"{source}: {place}", "found null; allowed: an entry of the list");
    }

    // The reader looks for null in members, and not in lists.
    private static string? NullInList(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Index()
            .Select(item => (item.Item, Path: string.Create(CultureInfo.InvariantCulture, $"{path}[{item.Index}]")))
            .Select(item => item.Item.ValueKind == JsonValueKind.Null ? item.Path : NullInList(item.Item, item.Path)).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => element.EnumerateObject().Select(member => NullInList(member.Value, $"{path}.{member.Name}")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool TryGetInt32Safe(this JsonElement element, out int value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out value);
    }
}
