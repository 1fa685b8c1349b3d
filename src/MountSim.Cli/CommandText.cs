using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Requests;

namespace MountSim.Cli;

/// <summary>The command line that makes the same results again, as a shell takes it: what decides them, and nothing of where they go, how they look and how many threads or machines work.</summary>
internal static class CommandText
{
    private static readonly string[] NoPartOfTheResult = ["--threads"], GroupsOfNoResult = ["Output", ShardOptions.Title];

    /// <summary>The text of a command line that was parsed.</summary>
    public static string Of(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        var aside = (verb as Verb)?.Groups.Where(group => GroupsOfNoResult.Contains(group.Title)).SelectMany(group => group.Options).ToHashSet() ?? [];
        var words = new List<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            words.Insert(0, at.Command is RootCommand ? "mountsim" : at.Command.Name);
        foreach (var argument in verb.Arguments) words.AddRange(parsed.GetResult(argument)?.Tokens.Select(token => token.Value) ?? []);
        foreach (var option in verb.Options.Where(option => !aside.Contains(option) && !NoPartOfTheResult.Contains(option.Name)))
        {
            if (parsed.GetResult(option) is not { Implicit: false } result) continue;
            if (result.Tokens.Count == 0) words.Add(option.Name);
            foreach (var token in result.Tokens) words.AddRange([option.Name, token.Value]);
        }
        return string.Join(' ', words.Select(ShellWord.Quote));
    }
}
