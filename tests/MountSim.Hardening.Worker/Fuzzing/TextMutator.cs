using System.Text;
using System.Text.RegularExpressions;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Changes a valid text a little: bytes, words, numbers and lines, as an editor's slip, a broken transfer or an attacker would.</summary>
internal static partial class TextMutator
{
    private const int MostChanges = 4, LongestCopy = 200;

    /// <summary>The text with one to four changes, as bytes, since what was changed need be no text any more.</summary>
    /// <param name="text">A valid text.</param>
    /// <param name="other">Another one, of which parts are taken.</param>
    /// <param name="random">Where the changes come from.</param>
    public static byte[] Change(string text, string other, Random random)
    {
        for (var left = random.Next(1, MostChanges + 1); left > 0; left--) text = Once(text, other, random);
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(12) == 0 ? Broken(bytes, random) : bytes;
    }

    private static string Once(string text, string other, Random random) => random.Next(14) switch
    {
        0 => text.Remove(At(text, random)),
        1 => Insert(text, ((char)random.Next(1, 0x250)).ToString(), random),
        2 => Insert(text, Nasty.Value(random), random),
        3 => Cut(text, random),
        4 => Insert(text, Piece(other, random), random),
        5 or 6 or 7 => Replace(text, Number(), Nasty.Number(random), random),
        8 => Replace(text, Number(), Nasty.Value(random), random),
        9 or 10 => Replace(text, Word(), random.Next(2) == 0 ? Nasty.Value(random) : WordOf(other, random), random),
        _ => Lines(text, other, random),
    };

    private static string Lines(string text, string other, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (at, to) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(6))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(to, lines[at]); break;
            case 2: (lines[at], lines[to]) = (lines[to], lines[at]); break;
            case 3: lines[at] = new string(' ', random.Next(5)) + lines[at]; break;
            case 4: lines[at] = lines[at].TrimStart(); break;
            default: lines.Insert(at, LineOf(other, random)); break;
        }
        return string.Join(random.Next(20) == 0 ? "\r\n" : "\n", lines);
    }

    private static byte[] Broken(byte[] bytes, Random random)
    {
        for (var left = random.Next(1, 8); left > 0 && bytes.Length > 0; left--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string Replace(string text, Regex what, string by, Random random)
    {
        var found = what.Matches(text);
        if (found.Count == 0) return Insert(text, by, random);
        var one = found[random.Next(found.Count)];
        return string.Concat(text.AsSpan(0, one.Index), by, text.AsSpan(one.Index + one.Length));
    }

    private static string Insert(string text, string what, Random random) => text.Insert(At(text, random), what);

    private static string Cut(string text, Random random)
    {
        var at = At(text, random);
        return text.Remove(at, Math.Min(random.Next(LongestCopy), text.Length - at));
    }

    private static string Piece(string text, Random random)
    {
        var at = At(text, random);
        return text.Substring(at, Math.Min(random.Next(LongestCopy), text.Length - at));
    }

    private static string WordOf(string text, Random random) => Word().Matches(text) is { Count: > 0 } words ? words[random.Next(words.Count)].Value : "";

    private static string LineOf(string text, Random random)
    {
        var lines = text.Split('\n');
        return lines[random.Next(lines.Length)];
    }

    private static int At(string text, Random random) => random.Next(text.Length + 1);

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.-]*")]
    private static partial Regex Word();
}
