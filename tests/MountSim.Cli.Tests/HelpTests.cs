namespace MountSim.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help-predict.txt", "predict", "--help")]
    [InlineData("help-fleet.txt", "fleet", "--help")]
    [InlineData("help-sweep.txt", "sweep", "--help")]
    [InlineData("help-sweep-plan.txt", "sweep", "plan", "--help")]
    [InlineData("help-sweep-run.txt", "sweep", "run", "--help")]
    [InlineData("help-sweep-status.txt", "sweep", "status", "--help")]
    [InlineData("help-sweep-merge.txt", "sweep", "merge", "--help")]
    [InlineData("help-sweep-emit-slurm.txt", "sweep", "emit", "slurm", "--help")]
    [InlineData("help-sweep-emit-kubernetes.txt", "sweep", "emit", "kubernetes", "--help")]
    [InlineData("help-compare.txt", "compare", "--help")]
    [InlineData("help-capacity.txt", "capacity", "--help")]
    [InlineData("help-calibrate.txt", "calibrate", "--help")]
    [InlineData("help-burst.txt", "burst", "--help")]
    [InlineData("help-serve.txt", "serve", "--help")]
    [InlineData("help-validate-host.txt", "validate", "host", "--help")]
    [InlineData("help-validate-claims.txt", "validate", "claims", "--help")]
    [InlineData("help-validate.txt", "validate", "--help")]
    [InlineData("help-validate-theory.txt", "validate", "theory", "--help")]
    [InlineData("help-validate-published.txt", "validate", "published", "--help")]
    [InlineData("help-report.txt", "report", "--help")]
    [InlineData("help-completion.txt", "completion", "--help")]
    [InlineData("help-man.txt", "man", "--help")]
    [InlineData("help-models.txt", "models", "--help")]
    [InlineData("help-models-list.txt", "models", "list", "--help")]
    [InlineData("help-models-show.txt", "models", "show", "--help")]
    [InlineData("help-models-check.txt", "models", "check", "--help")]
    [InlineData("help-models-trace.txt", "models", "trace", "--help")]
    public void Help_is_as_agreed(string file, params string[] args)
    {
        var result = tool.Run(args);
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Golden.Verify("MountSim.Cli.Tests", file, result.Out);
    }

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
