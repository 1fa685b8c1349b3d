using System.Diagnostics;

namespace MountSim.Calibration.Syscalls;

/// <summary>This program started again, as a child with one of its hidden verbs.</summary>
internal static class OwnProgram
{
    /// <summary>The command line that starts this program with <paramref name="arguments"/>.</summary>
    internal static IReadOnlyList<string> Command(params string[] arguments)
    {
        List<string> command = [Environment.ProcessPath!];
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            command.Add(Environment.GetCommandLineArgs()[0]);
        return [.. command, .. arguments];
    }

    /// <summary>How to start <paramref name="command"/> as a quiet child: pipes for all three streams, a runtime that leaves no trace.</summary>
    internal static ProcessStartInfo Child(IReadOnlyList<string> command)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Compiled once and for all, no second thread that compiles or collects, no sockets in the temporary folder.
        info.Environment["DOTNET_TieredCompilation"] = "0";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment["DOTNET_gcServer"] = "0";
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return info;
    }
}
