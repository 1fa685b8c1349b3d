using System.Globalization;
using System.Text.RegularExpressions;
using MountSim.Model;

namespace MountSim.Experiments.Sweeps;

/// <summary>
/// Several values in one text: a list (<c>50,100</c>), a range (<c>50..1000:50</c>, without <c>:STEP</c> in steps of 1), a geometric range (<c>50..800:x2</c>),
/// and lists of these. What stands before a <c>=</c> goes before each value, so that <c>MD=2,4</c> is two values of MD.
/// </summary>
public static partial class ValueList
{
    private const int Most = 1_000_000;

    /// <summary>The values in their order.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="ModelException">An empty value, a range without end, or the same value twice.</exception>
    public static IReadOnlyList<string> Expand(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prefix = text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? text[..(at + 1)] : "";
        var values = text[prefix.Length..].Split(',', StringSplitOptions.TrimEntries).SelectMany(part => Part(part, text)).Select(value => prefix + value).ToList();
        if (values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException(text, $"found '{text}', which has {twice.Key} twice; allowed: each value once");
        return values;
    }

    private static IEnumerable<string> Part(string part, string text)
    {
        if (part.Length == 0) throw new ModelException(text, $"found '{text}', which has an empty value; allowed: values between the commas");
        return Range().Match(part) is { Success: true } range ? Numbers(range, part) : [part];
    }

    private static IEnumerable<string> Numbers(Match range, string text)
    {
        var (from, to) = (Number(range.Groups["from"], text), Number(range.Groups["to"], text));
        var step = range.Groups["step"].Success ? Number(range.Groups["step"], text) : 1;
        var isGeometric = range.Groups["times"].Success;
        if (to < from) throw Refuse(text, "a range that goes up");
        if (isGeometric ? step <= 1 || from <= 0 : step <= 0) throw Refuse(text, isGeometric ? "a factor above 1 and a start above 0" : "a step above 0");
        var count = 0;
        for (var value = from; value <= to; value = isGeometric ? value * step : value + step)
        {
            if (++count > Most) throw Refuse(text, string.Create(CultureInfo.InvariantCulture, $"{Most} values at most"));
            yield return value.ToString("0.############", CultureInfo.InvariantCulture);
        }
    }

    private static decimal Number(Group group, string text) =>
        decimal.TryParse(group.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e15m
            ? number
            : throw Refuse(text, "numbers of 15 digits at most");

    private static ModelException Refuse(string text, string allowed) => new(text, $"found '{text}'; allowed: FROM..TO, FROM..TO:STEP or FROM..TO:xFACTOR with {allowed}");

    // A path such as ../host.yaml is no range: a range has a number before its dots.
    [GeneratedRegex(@"^(?<from>-?\d+(\.\d+)?)\.\.(?<to>-?\d+(\.\d+)?)(:(?<times>x)?(?<step>-?\d+(\.\d+)?))?$")]
    private static partial Regex Range();
}
