using System.Diagnostics;
using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Crashing;

/// <summary>The built tool as a process in a folder, with a temporary folder of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    // As it was built, which is compiled ahead (what lies beside this program is not), or one that was published.
    private static readonly string Program = Environment.GetEnvironmentVariable(Crashes.Program) is { } named ? Path.GetFullPath(named) : Path.Combine(Corpus.Root, "src/MountSim.Cli/bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0/mountsim");
    private readonly Process process;
    private readonly Task<string> error;

    public ToolRun(string folder, string temporary, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TMPDIR"] = temporary;
        start.Environment.Remove("DOTNET_EnableDiagnostics"); // as a user's shell has it
        process = Process.Start(start)!;
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    /// <summary>Its standard output.</summary>
    public Stream Out => process.StandardOutput.BaseStream;

    /// <summary>Waits so long for its end.</summary>
    public bool EndsWithin(TimeSpan time) => process.WaitForExit(time);

    /// <summary>Reads what is left of its output and waits for its end.</summary>
    /// <returns>Exit code (128 and the signal when one ended it) and standard error.</returns>
    public (int Exit, string Error) Finish(TimeSpan patience)
    {
        Out.CopyToAsync(Stream.Null);
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "did not end");
        }
        return (process.ExitCode, error.GetAwaiter().GetResult());
    }

    public void Dispose() => process.Dispose();
}
