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

    public Process Start(params string[] args) => Start([], args);

    public Task<Result> Run(params string[] args) => Run([], args);

    private Process Start(IEnumerable<(string Name, string Value)> environment, string[] args)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mountsim"), args) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["TMPDIR"] = Folder;
        foreach (var (name, value) in environment) info.Environment[name] = value;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(info)!;
    }

    /// <summary>Runs it with other values in its environment.</summary>
    public async Task<Result> Run(IEnumerable<(string Name, string Value)> environment, params string[] args)
    {
        using var process = Start(environment, args);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Result(process.ExitCode, output, await error);
    }

    /// <summary>Waits until nothing is left, and fails if something stays: a killed parent's child needs a moment.</summary>
    public async Task RequireNothingLeft()
    {
        for (var waited = TimeSpan.Zero; waited < Patience && Directory.EnumerateFileSystemEntries(Folder).Any(); waited += Moment) await Task.Delay(Moment, TestContext.Current.CancellationToken);
        Assert.Equal("", string.Join(' ', Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)));
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

    /// <summary>A burst worker under which a container runtime runs just now, and the PID namespace that all of it is in.</summary>
    public static async Task<(int Worker, string Namespace)> RuntimeWorker(Process tool, string runtime)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Moment)
        {
            var worker = Children(tool.Id).FirstOrDefault(child => CommandLine(child).Contains("burst-worker", StringComparison.Ordinal) && Children(child).Any(one => CommandLine(one).Contains(runtime, StringComparison.Ordinal)));
            if (worker > 0) return (worker, PidNamespace(worker));
            await Task.Delay(Moment / 4, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"no burst worker started {runtime}");
    }

    /// <summary>Waits until no process is in a PID namespace.</summary>
    public static async Task RequireEmpty(string pidNamespace)
    {
        bool Empty() => !Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Any(name => int.TryParse(name, CultureInfo.InvariantCulture, out var process) && PidNamespace(process) == pidNamespace);
        for (var waited = TimeSpan.Zero; waited < Patience && !Empty(); waited += Moment) await Task.Delay(Moment, TestContext.Current.CancellationToken);
        Assert.True(Empty());
    }

    public static async Task RequireGone(int process)
    {
        for (var waited = TimeSpan.Zero; waited < Patience && Directory.Exists(Proc(process)); waited += Moment) await Task.Delay(Moment, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Proc(process)));
    }

    public static void Kill(int process) => Signal("KILL", process);

    public static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", ["-" + name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static TimeSpan Moment => TimeSpan.FromMilliseconds(20);

    private static string Mounts() => File.ReadAllText("/proc/self/mountinfo");

    private static string Proc(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");

    // Empty for a process that has ended.
    private static string PidNamespace(int process)
    {
        try
        {
            return new FileInfo(Proc(process) + "/ns/pid").LinkTarget ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

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

    private static IReadOnlyList<int> Children(int process)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Proc(process) + "/task").SelectMany(task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
