namespace MountSim.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    /// <summary>Every command there is, by its words.</summary>
    public static TheoryData<string> Commands => [.. Words(Tool.Create(new Session { Out = TextWriter.Null, Error = TextWriter.Null })).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_is_as_agreed(string words)
    {
        var result = tool.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Golden.Verify("MountSim.Cli.Tests", $"{string.Join('-', $"help {words}".Trim().Split(' '))}.txt", result.Out);
    }

    private static IEnumerable<string> Words(System.CommandLine.Command command, string before = "") =>
        command.Subcommands.Where(inner => !inner.Hidden).SelectMany(inner => Words(inner, $"{before} {inner.Name}".Trim())).Prepend(before);

    [Fact]
    public void Help_begins_with_examples_and_fits_the_terminal()
    {
        tool.Terminal = Terminal.Pipe with { Width = 80 };
        var help = tool.Run("predict", "--help").Out;
        Assert.True(help.IndexOf("Examples:", StringComparison.Ordinal) < help.IndexOf("Usage:", StringComparison.Ordinal));
        Assert.All(help.Split('\n').Where(line => !line.StartsWith("  mountsim", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void The_help_of_every_command_begins_with_examples()
    {
        var root = Tool.Create(new Session { Out = TextWriter.Null, Error = TextWriter.Null });
        Assert.All(Leaves(root), command => Assert.NotEmpty(Assert.IsType<Help.Verb>(command).Examples));
    }

    private static IEnumerable<System.CommandLine.Command> Leaves(System.CommandLine.Command command) => command.Subcommands.SelectMany(inner => Leaves(inner).Prepend(inner));

    [Fact]
    public void Every_setting_of_a_request_is_an_option()
    {
        var help = tool.Run("predict", "--help").Out;
        Assert.All(Experiments.Requests.RequestFields.Names, name => Assert.Matches($"  --{name}[ ,]", help));
    }

    [Fact]
    public void Help_wins_over_bad_options() => Assert.Equal(ExitCode.Done, tool.Run("predict", "--cores", "x", "--help").Exit);

    [Fact]
    public void Without_a_verb_help_goes_to_standard_error()
    {
        var result = tool.Run();
        Assert.Equal((ExitCode.BadInput, ""), (result.Exit, result.Out));
        Assert.Contains("Examples:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_tells_what_may_differ_when_numbers_differ()
    {
        var result = tool.Run("--version");
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Assert.Matches("""
            ^mountsim \d+\.\d+\.\d+
            commit ([0-9a-f]{40}|unknown: not built in a git repository)
            profile zen4-guest-linux-6\.18, measured on AMD EPYC \(zen4, a guest, 2 CPUs\) under Linux 6\.18\.44-fc-v669
            $
            """, result.Out);
    }

    [Theory]
    [InlineData("1.2.3", "commit unknown: not built in a git repository")]
    [InlineData("1.2.3+a84c1f0", "commit a84c1f0")]
    public void The_version_says_so_when_the_commit_is_unknown(string version, string commit)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Help.VersionText.Write(text, version, SampleProfile.Create());
        Assert.Equal(["mountsim 1.2.3", commit], text.ToString().Split('\n')[..2]);
    }
}
