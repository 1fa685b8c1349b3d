namespace MountSim.Experiments.Requests;

/// <summary>A word of a command line, as a POSIX shell reads it back (Shell Command Language, 2.2 Quoting).</summary>
public static class ShellWord
{
    private const string Plain = "-_./,:=@%+";

    /// <summary>The word as it is where no letter of it means anything to a shell, else between single quotes.</summary>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
