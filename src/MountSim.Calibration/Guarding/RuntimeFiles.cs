using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Guarding;

/// <summary>
/// The sockets and pipes by which the .NET runtime lets debuggers in (docs: dotnet-diagnostic and clr-debug-pipe). It removes them when it ends,
/// but not when it is killed. Children run without; the measuring program itself has them from before its first instruction.
/// </summary>
public static class RuntimeFiles
{
    /// <summary>Removes those of this process: for a program that begins to measure and may be killed.</summary>
    public static void RemoveOwn() => Remove(Path.GetTempPath(), Owner.Self());

    /// <summary>Removes those of one process.</summary>
    /// <param name="folder">The temporary folder.</param>
    /// <param name="owner">The process, as <see cref="Owner.Self"/> names it.</param>
    internal static void Remove(string folder, string owner)
    {
        if (!Directory.Exists(folder))
            return; // nor could the runtime make any there
        var process = string.Join('-', owner.Split('-')[2..]);
        foreach (var name in new[] { $"dotnet-diagnostic-{process}-socket", $"clr-debug-pipe-{process}-in", $"clr-debug-pipe-{process}-out" })
            File.Delete(Path.Combine(folder, name));
    }
}
