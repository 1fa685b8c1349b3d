using System.Globalization;

namespace MountSim.Reporting.Columns;

/// <summary>A cell of a column that somebody else wrote.</summary>
public static class TypedCell
{
    /// <summary>A number where the text is how a number is written; else the text: <c>007</c> and <c>1.10</c> are names.</summary>
    public static object? Of(string? text)
    {
        if (text is null or "") return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole.ToString(CultureInfo.InvariantCulture) == text) return whole;
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real) && ExactNumber.Text(real) == text ? real : text;
    }
}
