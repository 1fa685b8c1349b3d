using System.Globalization;

namespace MountSim.Reporting;

/// <summary>Numbers for machines: invariant, never an exponent, six decimals at most.</summary>
/// <remarks>Six decimals of a millisecond are a nanosecond, below what any cost is known to; more digits would only make files differ.</remarks>
internal static class ExactNumber
{
    private const int Decimals = 6;

    /// <summary>A cell: text as it is, a number rounded, nothing for null and for what is not a number.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Text(number) ?? "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The number, or null for NaN and the infinities.</summary>
    public static string? Text(double number)
    {
        if (!double.IsFinite(number)) return null;
        var rounded = Math.Round(number, Decimals) + 0.0; // adding zero turns minus zero into zero
        return rounded.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
