using System.CommandLine;
using System.CommandLine.Completions;

namespace MountSim.Cli.Completion;

/// <summary>What may come next on a command line: commands, options, values of an option that is one of a few. Nothing where it is a file's name, which the shell knows.</summary>
internal static class Suggestions
{
    /// <summary>Suggestions for the word that a line ends in.</summary>
    /// <param name="root">The command tree.</param>
    /// <param name="line">The line up to the cursor, the tool's own name first.</param>
    public static IReadOnlyList<string> For(RootCommand root, string line)
    {
        var words = line.Split([' ', '\t']);
        if (words.Length == 1) return []; // the tool's own name is not done
        var (before, word) = (words[1..^1].Where(one => one.Length > 0).ToList(), words[^1]);
        var joined = "";
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
        {
            joined = word[..(at + 1)];
            before.Add(word[..at]);
        }

        if (Reached(root, before) is not { } command) return [];
        var option = before.Count == 0 ? null : command.Options.FirstOrDefault(one => (one.Name == before[^1] || one.Aliases.Contains(before[^1])) && one.Arity.MinimumNumberOfValues > 0);
        var found = option is null ? Next(command, word) : Values(option);
        return [.. found.Select(one => joined + one).Where(one => one.StartsWith(word, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
    }

    // The command that the words before lead to; null where one of them is no command and should be.
    private static Command? Reached(Command root, IReadOnlyList<string> words)
    {
        var command = root;
        foreach (var word in words.Where(word => !word.StartsWith('-')))
        {
            if (command.Subcommands.Count == 0) break;
            if (command.Subcommands.FirstOrDefault(inner => inner.Name == word) is not { } inner) return null;
            command = inner;
        }

        return command;
    }

    private static IEnumerable<string> Next(Command command, string word)
    {
        if (word.StartsWith('-')) return command.Options.Where(option => !option.Hidden).Select(option => option.Name);
        var arguments = command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => item.Label);
        return command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name).Concat(arguments);
    }

    // Of an enumeration the library also offers the members' names, which no option takes.
    private static IEnumerable<string> Values(Option option)
    {
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        var members = type.IsEnum ? Enum.GetNames(type) : [];
        return option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).Where(label => !members.Contains(label));
    }
}
