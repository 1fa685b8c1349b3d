using System.Diagnostics;

namespace MountSim.Cli.Tests;

/// <summary>Completion: what the tool suggests, and what real shells make of it.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("mountsim pre", "predict")]
    [InlineData("mountsim predict --kern", "--kernel")]
    [InlineData("mountsim predict --kernel linux-6.1", "linux-6.1 linux-6.12 linux-6.14 linux-6.17 linux-6.18")]
    [InlineData("mountsim predict --kernel=linux-6.17", "--kernel=linux-6.17")]
    [InlineData("mountsim predict --format ", "csv json table xlsx")]
    [InlineData("mountsim validate ", "claims host published theory")]
    [InlineData("mountsim completion ", "bash fish zsh")]
    [InlineData("mountsim predict --output ", "")]
    [InlineData("mountsim predict", "predict")]
    [InlineData("mountsim nonsense --what ", "")]
    public void What_may_come_next_is_suggested(string line, string expected) =>
        Assert.Equal(expected, tool.Run("suggest", line).Out.TrimEnd('\n').Replace('\n', ' '));

    [Fact]
    public void Every_command_and_every_option_is_suggested()
    {
        var commands = tool.Run("suggest", "mountsim ").Out.Split('\n');
        Assert.All(["calibrate", "predict", "compare", "sweep", "capacity", "fleet", "burst", "validate", "report", "models", "completion", "man"], command => Assert.Contains(command, commands));
        Assert.DoesNotContain("suggest", commands);
        var options = tool.Run("suggest", "mountsim predict --").Out.Split('\n');
        Assert.All(Experiments.Requests.RequestFields.Names, name => Assert.Contains($"--{name}", options));
    }

    [Theory]
    [InlineData("mountsim pre", "predict")]
    [InlineData("mountsim predict --kernel linux-6.17", "linux-6.17")]
    [InlineData("mountsim predict --kernel=linux-6.17", "linux-6.17")]
    [InlineData("mountsim predict --output ", "")]
    public void A_real_bash_completes(string line, string expected)
    {
        Installed("bash");
        var script = $"source <(mountsim completion bash); COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=(mountsim); _mountsim; echo \"${{COMPREPLY[*]}}\"; complete -p mountsim";
        Assert.Equal($"{expected}\ncomplete -o default -F _mountsim mountsim\n", Shell("bash", "-c", script));
    }

    [Fact]
    public void A_real_fish_completes()
    {
        Installed("fish");
        Assert.Equal("linux-6.17\n", Shell("fish", "--no-config", "-c", "mountsim completion fish | source; complete -C 'mountsim predict --kernel linux-6.17'"));
    }

    [Fact]
    public void A_real_zsh_takes_the_script()
    {
        Installed("zsh");
        Assert.Equal("_mountsim\n", Shell("zsh", "-f", "-c", "autoload -U compinit; compinit -D; source <(mountsim completion zsh); echo $_comps[mountsim]"));
    }

    [Fact]
    public void A_shell_that_is_not_known_is_refused() => Assert.Equal(ExitCode.BadInput, tool.Run("completion", "tcsh").Exit);

    [Fact]
    public void The_manual_is_as_agreed() => Golden.Verify("MountSim.Cli.Tests", "mountsim.1", tool.Run("man").Out);

    [Fact]
    public void The_manual_has_no_warnings()
    {
        Installed("groff");
        var page = tool.In("mountsim.1");
        File.WriteAllText(page, tool.Run("man").Out);
        Assert.Equal("", Shell("sh", "-c", $"groff -man -Tutf8 -ww -z '{page}' 2>&1"));
    }

    private static void Installed(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program))), $"{program} is not installed");

    private static string Shell(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = Path.GetTempPath();
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
