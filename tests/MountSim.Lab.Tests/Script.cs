using System.Diagnostics;
using System.Globalization;

namespace MountSim.Lab.Tests;

/// <summary>A script of calibration/lab, run with a temporary folder of its own.</summary>
internal sealed class Script : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private Script(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one.</summary>
    /// <param name="name">boot, run or fetch.</param>
    /// <param name="temporary">Where it may put what it removes.</param>
    /// <param name="path">The PATH; null for this process' own.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static Script Start(string name, string temporary, string? path, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(AppContext.BaseDirectory, "lab", name), .. arguments]) { RedirectStandardError = true };
        start.Environment["TMPDIR"] = temporary;
        if (path is not null)
            start.Environment["PATH"] = path;
        return new Script(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    internal async Task<(int Exit, string Error)> End()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }

    /// <summary>Sends it a signal, and nobody else.</summary>
    internal void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
