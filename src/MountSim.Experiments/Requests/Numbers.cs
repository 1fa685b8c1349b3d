using System.Globalization;

namespace MountSim.Experiments.Requests;

/// <summary>Numbers as users write them: invariant, plain, finite.</summary>
public static class Numbers
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Reads a whole number.</summary>
    public static bool TryWhole(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out value);

    /// <summary>Reads a finite number.</summary>
    public static bool TryReal(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, Culture, out value) && double.IsFinite(value);

    /// <summary>Writes a number.</summary>
    public static string Text(IFormattable value) => value.ToString(null, Culture);
}
