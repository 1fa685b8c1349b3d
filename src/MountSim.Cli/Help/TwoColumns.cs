namespace MountSim.Cli.Help;

/// <summary>Names on the left, wrapped text on the right.</summary>
internal sealed class TwoColumns(TextWriter writer, int firstColumn, int width)
{
    private const int Indent = 2, Narrowest = 30;

    public void Row(string name, string text)
    {
        var label = new string(' ', Indent) + name;
        if (label.Length > firstColumn - Indent)
        {
            writer.WriteLine(label);
            label = "";
        }
        foreach (var line in Wrap(text, Math.Max(Narrowest, width - firstColumn)))
        {
            writer.WriteLine(label.PadRight(firstColumn) + line);
            label = "";
        }
    }

    public void Paragraph(string text)
    {
        foreach (var line in Wrap(text, width)) writer.WriteLine(line);
    }

    private static IEnumerable<string> Wrap(string text, int room)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 && word.Length > 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }
}
