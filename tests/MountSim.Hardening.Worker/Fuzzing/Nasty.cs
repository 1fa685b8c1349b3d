namespace MountSim.Hardening.Fuzzing;

/// <summary>Values that break readers: past every range, not numbers, formulas, paths, and text that no name should hold.</summary>
internal static class Nasty
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "0.5", "1e308", "-1e308", "1e309", "1e-320", "5e-324", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999999",
        "NaN", "nan", ".nan", "Infinity", "-Infinity", "inf", ".inf", "∞", "0x10", "010", "1_000", "1,5", "1.5.5", "1e", "+1", "٣", "１", "1 ", "½", "1e6", "100000", "1000001", "8192", "8193", "null", "true", "~", "1/0", "0/0",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "../outside", "./x", "/dev/zero", "/dev/full", "/dev/null", "/proc/self/mem", ".", "..", "~", "a\0b", "a\nb", "\u001b[2J\u001b]0;x\u0007", "\u202eabc", "\uFEFF", "\uFFFD", "%s%n", "{0}",
        "$(id)", "`id`", "'", "\"", "\"\"", "';--", "<script>alert(1)</script>", "]]>", "&amp;", "&lol;", "*a", "&a", "!!binary |", "!!python/object:os.system", "<<: *a", "---", "...", "? ", "- ", "|", ">", "%YAML 9.9", "#", "//", "{", "}", "[", "]", ":", ",", ";",
        "con", "nul", "constructor", "__proto__", "linux-6.12", "namespace_sem", "İ", "ß", "𐀀", "e\u0301", "max(1", "min()", "1 +", "((((((", "M", "L", "mounts", "receivers",
    ];

    /// <summary>A number, or what looks like one.</summary>
    public static string Number(Random random) => random.Next(6) == 0 ? random.NextInt64(-10, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture) : Numbers[random.Next(Numbers.Length)];

    /// <summary>A text.</summary>
    public static string Text(Random random) => random.Next(40) switch
    {
        0 => new string((char)random.Next('A', 'z'), random.Next(1, 20_000)),
        1 => string.Concat(Enumerable.Repeat("[", random.Next(1, 3_000))),
        2 => new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(char.MaxValue))]),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>Either.</summary>
    public static string Value(Random random) => random.Next(2) == 0 ? Number(random) : Text(random);
}
