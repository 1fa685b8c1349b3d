using System.CommandLine;
using System.CommandLine.Invocation;
using MountSim.Experiments.Requests;

namespace MountSim.Cli.Help;

/// <summary>Help that begins with examples, as the reader came for those.</summary>
internal sealed class VerbHelp(int width) : SynchronousCommandLineAction
{
    private const int FirstColumn = 32;

    /// <summary>What the exit codes mean.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> ExitCodes { get; } =
    [
        (ExitCode.Done, "done"),
        (ExitCode.AnsweredNo, "the question was answered with no"),
        (ExitCode.BadInput, "bad usage or input; nothing was written"),
        (ExitCode.HostCannot, "this host cannot do it"),
        (ExitCode.Partial, "done in part: some scenarios failed"),
        (ExitCode.Bug, "a bug of ours"),
        (ExitCode.Interrupted, "interrupted"),
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output, width);
        return ExitCode.Done;
    }

    public static void Write(Command command, TextWriter writer, int width)
    {
        var columns = new TwoColumns(writer, FirstColumn, width);
        columns.Paragraph(command.Description ?? "");
        if (Examples(command) is { Count: > 0 } examples) Section(writer, "Examples", () => examples.ToList().ForEach(example => writer.WriteLine($"  {example}")));
        Section(writer, "Usage", () => writer.WriteLine($"  {Usage(command)}"));
        if (command.Subcommands.Any(verb => !verb.Hidden))
            Section(writer, "Commands", () => command.Subcommands.Where(verb => !verb.Hidden).ToList().ForEach(verb => columns.Row(verb.Name, verb.Description ?? "")));
        foreach (var group in (command as Verb)?.Groups ?? [])
            Section(writer, group.Title, () => group.Options.ToList().ForEach(option => columns.Row(OptionText.Label(option), OptionText.Describe(option))));
        if (command is not RootCommand) return;
        Section(writer, "Options", () => command.Options.Where(option => !option.Hidden).ToList().ForEach(option => columns.Row(OptionText.Label(option), OptionText.Describe(option))));
        Section(writer, "Exit codes", () => ExitCodes.ToList().ForEach(code => columns.Row(Numbers.Text(code.Code), code.Meaning)));
    }

    private static void Section(TextWriter writer, string title, Action body)
    {
        writer.WriteLine();
        writer.WriteLine($"{title}:");
        body();
    }

    private static IReadOnlyList<string> Examples(Command command) => command switch
    {
        Verb verb => verb.Examples,
        _ => [.. command.Subcommands.OfType<Verb>().Select(verb => verb.Examples[0])],
    };

    private static string Usage(Command command)
    {
        var path = Path(command);
        var arguments = string.Concat(command.Arguments.Select(argument => $" {argument.HelpName ?? argument.Name}"));
        if (command.Subcommands.Count == 0) return $"{path}{arguments} [options]";
        return command.Action is null ? $"{path} COMMAND [options]" : $"{path} [COMMAND] [options]";
    }

    private static string Path(Command command) => command is RootCommand ? "mountsim" : $"{Path((Command)command.Parents.First())} {command.Name}";
}
