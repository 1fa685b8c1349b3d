using System.Globalization;
using System.Text.Json;

namespace MountSim.Calibration.Profiles;

/// <summary>Turns the JSON reader's errors into place, value found and what is allowed.</summary>
internal static class ProfileErrors
{
    private const int LongestValue = 60;

    internal static string Place(string source, JsonException error)
    {
        var position = error.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $":{line + 1}:{(error.BytePositionInLine ?? 0) + 1}")
            : "";
        return $"{source}{position}: {error.Path ?? "$"}";
    }

    internal static string Explain(string text, JsonException error)
    {
        var reason = error.Message.Split(" Path:")[0].Split(" LineNumber:")[0];
        var found = Found(text, error.Path);
        return found is null ? $"not valid: {reason}" : $"found {found}; {reason}";
    }

    private static string? Found(string text, string? path)
    {
        if (path is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var element = document.RootElement;
            foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1))
            {
                var next = step.StartsWith('[')
                    ? element[int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture)]
                    : element.GetProperty(step);
                element = next;
            }

            var raw = element.GetRawText();
            return raw.Length <= LongestValue ? raw : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
