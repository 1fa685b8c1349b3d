using System.Diagnostics;

namespace MountSim.Cli.Tests;

/// <summary>The tool as a process of its own, which can be killed.</summary>
internal sealed class MountsimProcess : IDisposable
{
    private readonly Process process;

    /// <summary>Where the tool is.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "mountsim");

    public MountsimProcess(params string[] arguments) : this(Program, arguments, [])
    {
    }

    public MountsimProcess(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // a killed process would leave its socket behind
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>A line of standard output; null when the process has ended.</summary>
    public string? ReadLine() => process.StandardOutput.ReadLine();

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>The rest of standard output and the exit code.</summary>
    public (string Out, int Exit) Finish()
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }

    public void Dispose() => process.Dispose();
}
