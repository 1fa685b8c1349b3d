using System.Diagnostics;

namespace MountSim.Cli.Tests;

/// <summary>A program run to its end, in a folder and an environment that hold nothing but what it is given.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Command(int Exit, string Out, string Error)
{
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">All there is in the environment but PATH and where the runtime is; null: this process's own.</param>
    /// <param name="arguments">One word each.</param>
    public static Command Run(string program, string folder, IReadOnlyDictionary<string, string>? environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var name in (string[])["PATH", "DOTNET_ROOT"]) start.Environment[name] = Environment.GetEnvironmentVariable(name);
            foreach (var (name, value) in environment) start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Command(process.ExitCode, output, error.Result);
    }
}
