using System.Diagnostics;
using System.Globalization;

namespace MountSim.Cli.Tests.Bursts;

/// <summary>The tool as a process, with a temporary folder of the test's own; at the end nothing may be left in it, and no mount on the host.</summary>
internal sealed class MountsimProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string mounts = Mounts();

    public string Folder { get; } = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    public static bool IsRoot => Environment.UserName == "root";

    public void Dispose() => Directory.Delete(Folder, true);

    public Process Start(params string[] args)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mountsim"), args) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["TMPDIR"] = Folder;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(info)!;
    }

    public async Task<Result> Run(params string[] args)
    {
        using var process = Start(args);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Result(process.ExitCode, output, await error);
    }

    /// <summary>Waits until nothing is left, and fails if something stays: a killed parent's child needs a moment.</summary>
    public async Task RequireNothingLeft()
    {
        for (var waited = TimeSpan.Zero; waited < Patience && Directory.EnumerateFileSystemEntries(Folder).Any(); waited += Moment) await Task.Delay(Moment, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        Assert.Equal(mounts, Mounts());
    }

    /// <summary>The process that does the burst, once it has covered its directory: a child of the tool.</summary>
    public static async Task<int> BurstWorker(Process tool)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Moment)
        {
            var worker = Children(tool.Id).FirstOrDefault(child => CommandLine(child).Contains("burst-worker", StringComparison.Ordinal));
            if (worker > 0) return worker;
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("no burst worker was started");
    }

    public static async Task RequireGone(int process)
    {
        for (var waited = TimeSpan.Zero; waited < Patience && Directory.Exists(Proc(process)); waited += Moment) await Task.Delay(Moment, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Proc(process)));
    }

    public static void Kill(int process)
    {
        using var kill = Process.Start("kill", ["-KILL", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static TimeSpan Moment => TimeSpan.FromMilliseconds(20);

    private static string Mounts() => File.ReadAllText("/proc/self/mountinfo");

    private static string Proc(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText(Proc(process) + "/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static IEnumerable<int> Children(int process) => Directory.EnumerateDirectories(Proc(process) + "/task")
        .SelectMany(task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
