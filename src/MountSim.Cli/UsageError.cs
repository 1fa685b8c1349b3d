using System.CommandLine;
using System.CommandLine.Parsing;
using MountSim.Model;
using MountSim.Model.Yaml;

namespace MountSim.Cli;

/// <summary>What is wrong with a command line: every problem, a suggestion where a name is near, and where to read more.</summary>
internal static class UsageError
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        var problems = parsed.Errors.Where(problem => OptionOf(problem) is not null).Select(Text).ToList();
        problems.AddRange(Unknown(parsed.UnmatchedTokens, command));
        if (problems.Count == 0) problems.Add(Missing(command) ?? parsed.Errors[0].Message);
        return Report(problems, PathOf(command), error);
    }

    public static int Report(IEnumerable<string> problems, string command, TextWriter error)
    {
        foreach (var problem in problems.Distinct(StringComparer.Ordinal)) error.WriteLine($"error: {OneLine.Of(problem)}");
        error.WriteLine($"Run '{command} --help' for examples and all options.");
        return ExitCode.BadInput;
    }

    /// <summary>Our parsers name option, value and what is allowed; the library's own messages for a missing or repeated value do not.</summary>
    private static string Text(ParseError problem)
    {
        var result = OptionOf(problem);
        if (result is null || problem.Message.StartsWith(result.Option.Name + ":", StringComparison.Ordinal)) return problem.Message;
        var values = string.Join(", ", result.Tokens.Select(token => $"'{token.Value}'"));
        return $"{result.Option.Name}: found {(values.Length == 0 ? "no value" : values)}; allowed: one value ({result.Option.HelpName})";
    }

    private static OptionResult? OptionOf(ParseError problem) => problem.SymbolResult as OptionResult ?? problem.SymbolResult?.Parent as OptionResult;

    private static IEnumerable<string> Unknown(IReadOnlyList<string> tokens, Command command)
    {
        // The value of a misspelt option is unmatched too; naming the option is enough.
        var options = tokens.Where(token => token.StartsWith('-') && token.Length > 1 && !char.IsAsciiDigit(token[1])).ToList();
        foreach (var token in options) yield return $"{token}: no such option{Meant(token.Split('=', ':')[0], command)}";
        if (options.Count > 0) yield break;
        foreach (var token in tokens.Take(1))
        {
            yield return command.Subcommands.Count > 0
                ? $"'{token}': no such command; {NearestName.Hint(token, Names(command.Subcommands))}"
                : $"'{token}': {PathOf(command)} takes no argument without an option before it";
        }
    }

    private static string? Missing(Command command)
    {
        if (command.Subcommands.Count > 0) return $"{PathOf(command)}: no command given; allowed: {string.Join(", ", Names(command.Subcommands))}";
        return command.Arguments.Count > 0 ? $"{PathOf(command)}: no {command.Arguments[0].Name} given" : null;
    }

    private static string Meant(string token, Command command) =>
        NearestName.Of(token, Names(command.Options)) is { } near ? $"; did you mean {near}?" : "";

    private static IReadOnlyList<string> Names(IEnumerable<Symbol> symbols) => [.. symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name)];

    private static string PathOf(Command command) => command.Parents.FirstOrDefault() is Command parent ? $"{PathOf(parent)} {command.Name}" : "mountsim";
}
