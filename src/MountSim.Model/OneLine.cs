using System.Globalization;
using System.Text;

namespace MountSim.Model;

/// <summary>Text of others in a message of ours: on one line, of a length that can be read, and without what a terminal would obey.</summary>
public static class OneLine
{
    /// <summary>Characters of the longest text that is shown whole.</summary>
    public const int Longest = Head + Tail;

    private const int Head = 2_000, Tail = 1_000; // a message ends in what is allowed, and the names of all models fit

    /// <summary>The text with control characters and lone surrogates written as <c>\u001b</c>, and its middle left out where it is long.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length <= Longest ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, Head)} [{text.Length - Longest} characters left out] {text.AsSpan(text.Length - Tail)}");
        if (!shown.Where((_, at) => MustBeWritten(shown, at)).Any()) return shown;
        var plain = new StringBuilder(shown.Length);
        for (var at = 0; at < shown.Length; at++)
        {
            if (MustBeWritten(shown, at)) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)shown[at]:x4}");
            else plain.Append(shown[at]);
        }
        return plain.ToString();
    }

    private static bool MustBeWritten(string text, int at) => IsObeyed(text[at]) || IsLone(text, at);

    // Control characters, line separators, and those that turn the direction of writing.
    private static bool IsObeyed(char character) => char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool IsLone(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]) : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
