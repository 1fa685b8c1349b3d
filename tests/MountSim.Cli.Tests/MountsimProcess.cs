using System.Diagnostics;

namespace MountSim.Cli.Tests;

/// <summary>The tool as a process of its own, which can be killed.</summary>
internal sealed class MountsimProcess : IDisposable
{
    private readonly Process process;

    public MountsimProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mountsim"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
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
