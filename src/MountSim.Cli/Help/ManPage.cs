using System.CommandLine;
using MountSim.Cli.Options;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Help;

/// <summary>The manual made from the command tree, in the man macros of roff (man(7)): one page for all commands.</summary>
internal static class ManPage
{
    private static readonly (string Name, string Meaning)[] Environment =
    [
        ("COLUMNS", "Width of tables and help; else the terminal's, and 100 where output is no terminal."),
        ("NO_COLOR", "Not empty: no colours and no bold."),
        ("TERM", "dumb: no escape sequences and no progress line."),
        ("LC_ALL, LC_CTYPE, LANG", "Where the first that is set ends in UTF-8, small charts on a terminal are drawn with block characters."),
        (Failure.StackVariable, "1: an unexpected error prints where it happened."),
    ];

    /// <summary>Writes the page.</summary>
    public static void Write(RootCommand root, TextWriter writer, string version)
    {
        // A date would make two builds of one source differ.
        writer.WriteLine($".TH MOUNTSIM 1 \"\" \"mountsim {Text(version.Split('+')[0])}\" \"User Commands\"");
        writer.WriteLine(".SH NAME");
        writer.WriteLine("mountsim \\- simulate kernel mount locking and predict how long container starts take");
        writer.WriteLine(".SH SYNOPSIS");
        writer.WriteLine(".B mountsim");
        writer.WriteLine(".I COMMAND");
        writer.WriteLine("[options]");
        writer.WriteLine(".SH DESCRIPTION");
        Paragraph(writer, root.Description ?? "");
        Paragraph(writer, "Results go to standard output, progress and remarks to standard error. A file is written whole or not at all.");
        writer.WriteLine(".SH COMMANDS");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden)) Describe(writer, command, "mountsim");
        writer.WriteLine(".SH EXIT STATUS");
        foreach (var (code, meaning) in VerbHelp.ExitCodes) Entry(writer, Numbers.Text(code), meaning);
        writer.WriteLine(".SH ENVIRONMENT");
        foreach (var (name, meaning) in Environment) Entry(writer, name, meaning);
    }

    private static void Describe(TextWriter writer, Command command, string parent)
    {
        var path = $"{parent} {command.Name}";
        if (command.Subcommands.Count == 0)
        {
            writer.WriteLine($".SS \"{Text(path[9..])}\"");
            writer.WriteLine($".B {Text(path)}");
            writer.WriteLine($"{Text(string.Concat(command.Arguments.Select(argument => $"{argument.HelpName ?? argument.Name} ")))}[options]");
            Paragraph(writer, command.Description ?? "");
            foreach (var argument in command.Arguments) Entry(writer, argument.HelpName ?? argument.Name, argument.Description ?? "");
            foreach (var group in (command as Verb)?.Groups ?? []) Options(writer, group);
            Examples(writer, (command as Verb)?.Examples ?? []);
        }

        foreach (var inner in command.Subcommands.Where(inner => !inner.Hidden)) Describe(writer, inner, path);
    }

    private static void Options(TextWriter writer, OptionGroup group)
    {
        writer.WriteLine(".PP");
        writer.WriteLine($".I {Text(group.Title)}");
        foreach (var option in group.Options) Entry(writer, OptionText.Label(option), OptionText.Describe(option));
    }

    private static void Examples(TextWriter writer, IReadOnlyList<string> examples)
    {
        if (examples.Count == 0) return;
        writer.WriteLine(".PP");
        writer.WriteLine(".I Examples");
        writer.WriteLine(".PP");
        writer.WriteLine(".nf");
        foreach (var example in examples) writer.WriteLine($"    {Text(example)}");
        writer.WriteLine(".fi");
    }

    private static void Paragraph(TextWriter writer, string text)
    {
        writer.WriteLine(".PP");
        writer.WriteLine(Text(text));
    }

    private static void Entry(TextWriter writer, string name, string text)
    {
        writer.WriteLine(".TP");
        writer.WriteLine($".B {Text(name)}");
        writer.WriteLine(Text(text));
    }

    // A backslash begins an escape, a dot or a quote at a line's start a request; a bare hyphen may be set as a dash.
    private static string Text(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("\"", "\\(dq", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
