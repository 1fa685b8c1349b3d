namespace MountSim.Lab.Tests;

/// <summary>The boot step: what comes back, and what is left when it cannot or may not go on.</summary>
public sealed class BootStep : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-boot-").FullName;

    private string Temporary => Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;

    private string Output => Path.Combine(folder, "out");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_command_gives_its_files_and_its_exit_code()
    {
        using var boot = Boot("cat /proc/cpuinfo > /out/cpus; exit 7");
        var (exit, error) = await boot.End();
        Assert.True(exit == 7, error);
        Assert.Contains("processor\t: 1", await File.ReadAllTextAsync(Path.Combine(Output, "cpus"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_emulator_and_leaves_nothing_behind(string signal, int expected)
    {
        using var boot = Boot("sleep 1000000");
        var console = Path.Combine(Output, "console.txt");
        while (!File.Exists(console))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        boot.Signal(signal);
        Assert.Equal((expected, ""), await boot.End());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
        Assert.DoesNotContain(Processes(), line => line.Contains(Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_emulator_its_package_is_named()
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(path, "dirname"), "/usr/bin/dirname");
        using var boot = Script.Start("boot", Temporary, path, "--kernel", "/bin/bash", "--run", "true", "--output", Output);
        Assert.Equal((3, "boot: qemu-system-x86_64 is not installed; remedy: apt-get install qemu-system-x86\n"), await boot.End());
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("--cpus", "0", "boot: --cpus: found '0'; allowed: a whole number from 1")]
    [InlineData("--kernel", "/nowhere", "boot: --kernel: /nowhere cannot be read")]
    [InlineData("--speed", "9", "boot: found '--speed'; allowed: the options of calibration/lab/boot --help")]
    public async Task Bad_usage_names_option_and_value(string option, string value, string message)
    {
        using var boot = Script.Start("boot", Temporary, null, "--kernel", "/bin/bash", "--run", "true", "--output", Output, option, value);
        Assert.Equal((2, message + "\n"), await boot.End());
        Assert.False(Directory.Exists(Output));
    }

    private Script Boot(string command) => Script.Start(
        "boot", Temporary, null, "--kernel", Path.Combine(Requires.Kernel(), "vmlinuz"), "--cpus", "2", "--memory", "512", "--run", command, "--output", Output, "--quiet");

    private static List<string> Processes() =>
        [.. Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)).Select(CommandLine)];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // it has ended meanwhile
        }
    }
}
