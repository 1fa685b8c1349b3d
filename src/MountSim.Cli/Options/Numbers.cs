using System.Globalization;

namespace MountSim.Cli.Options;

/// <summary>Numbers as options take them: invariant, plain, finite.</summary>
internal static class Numbers
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static bool TryWhole(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out value);

    public static bool TryReal(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, Culture, out value) && double.IsFinite(value);

    public static string Text(IFormattable value) => value.ToString(null, Culture);

    public static string Found(string option, string found, string allowed) => $"{option}: found '{found}'; allowed: {allowed}";
}
