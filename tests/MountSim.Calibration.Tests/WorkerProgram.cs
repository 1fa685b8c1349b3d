using System.Diagnostics;

namespace MountSim.Calibration.Tests;

/// <summary>The tests' calibration program, started as a process of its own.</summary>
internal static class WorkerProgram
{
    internal static Process Start(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "calibration-worker"), arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        info.Environment["TMPDIR"] = folder;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(info)!;
    }

    /// <summary>IDs of the measuring processes that <paramref name="parent"/> started.</summary>
    internal static IReadOnlyList<int> Children(Process parent) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{parent.Id}/task")
            .SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse),
    ];
}
