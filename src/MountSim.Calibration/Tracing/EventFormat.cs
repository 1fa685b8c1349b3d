using System.Globalization;
using System.Text.RegularExpressions;

namespace MountSim.Calibration.Tracing;

/// <summary>How an event lies in the ring buffer, as its format file says.</summary>
internal sealed partial class EventFormat
{
    private readonly Dictionary<string, int> _offsets = [];

    private EventFormat(string text)
    {
        Id = int.Parse(IdLine().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        foreach (Match field in Field().Matches(text))
            _offsets[field.Groups[1].Value] = int.Parse(field.Groups[2].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The number that the event's first two bytes hold.</summary>
    internal int Id { get; }

    /// <summary>The format in a file such as <c>events/lock/contention_begin/format</c>.</summary>
    internal static EventFormat Read(string path) => new(File.ReadAllText(path));

    /// <summary>The format in a text.</summary>
    internal static EventFormat Parse(string text) => new(text);

    /// <summary>Where a field begins, bytes from the event's start.</summary>
    internal int Offset(string field) => _offsets.TryGetValue(field, out var offset)
        ? offset
        : throw new CalibrationException($"this kernel's trace event {Id} has no field {field}");

    [GeneratedRegex(@"^ID: (\d+)", RegexOptions.Multiline)]
    private static partial Regex IdLine();

    // field:unsigned long caller[8];	offset:16;	size:64;	signed:0;
    [GeneratedRegex(@"field:[^;]*?(\w+)(?:\[[^\]]*\])?;\s*offset:(\d+);")]
    private static partial Regex Field();
}
