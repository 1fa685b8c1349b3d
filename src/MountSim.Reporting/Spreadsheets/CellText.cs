using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>What a workbook's XML can hold of a text, and where a cell stands.</summary>
internal static partial class CellText
{
    /// <summary>The text with what XML 1.0 forbids written as <c>_x0007_</c>, as ECMA-376 part 1, 22.4.2.4 has it, and what looks so already made plain.</summary>
    public static string Escaped(string text)
    {
        var plain = LooksEscaped().Replace(text, "_x005F_");
        if (plain.All(XmlConvert.IsXmlChar) && !plain.Contains('\r', StringComparison.Ordinal)) return plain;
        var escaped = new StringBuilder(plain.Length);
        for (var at = 0; at < plain.Length; at++)
        {
            if (at + 1 < plain.Length && char.IsSurrogatePair(plain[at], plain[at + 1])) escaped.Append(plain, at++, 2);
            else if (XmlConvert.IsXmlChar(plain[at]) && plain[at] != '\r') escaped.Append(plain[at]); // XML readers turn a bare return into a line feed
            else escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)plain[at]:X4}_");
        }
        return escaped.ToString();
    }

    /// <summary>A column's letters: 0 is A, 26 is AA.</summary>
    public static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    /// <summary>A cell as formulas name it, both counted from 0.</summary>
    public static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row + 1}");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
