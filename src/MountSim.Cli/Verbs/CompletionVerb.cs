using System.CommandLine;
using MountSim.Cli.Help;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>completion</c>: what makes a shell complete commands, options and values.</summary>
internal static class CompletionVerb
{
    private static readonly Dictionary<string, string> Shells = new(StringComparer.Ordinal) { ["bash"] = "bash.sh", ["zsh"] = "zsh.sh", ["fish"] = "fish.fish" };

    public static Verb Create(Session session)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var verb = new Verb(
            "completion",
            "Print the completion for a shell. It asks the tool for commands, options and values.",
            ["source <(mountsim completion bash)", "mountsim completion zsh > \"${fpath[1]}/_mountsim\"", "mountsim completion fish > ~/.config/fish/completions/mountsim.fish"],
            []);
        verb.Arguments.Add(shell);
        verb.SetAction(parsed =>
        {
            using var script = new StreamReader(typeof(CompletionVerb).Assembly.GetManifestResourceStream($"completion/{Shells[parsed.GetRequiredValue(shell)]}")!);
            session.Out.Write(script.ReadToEnd());
            return ExitCode.Done;
        });
        return verb;
    }
}
