using System.Diagnostics;
using MountSim.Calibration.Syscalls;
using MountSim.Model.Runtimes;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>A container runtime that this host has.</summary>
/// <param name="Program">Which.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Version">As it says itself.</param>
public sealed record InstalledRuntime(OciProgram Program, string Path, ProgramVersion Version)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The program on the PATH; null where it is not installed.</summary>
    /// <exception cref="CalibrationException">It is there and does not say its version.</exception>
    public static InstalledRuntime? Find(OciProgram program) =>
        Locate(program.Name, Environment.GetEnvironmentVariable("PATH") ?? "") is { } path ? new InstalledRuntime(program, path, VersionOf(program, path)) : null;

    /// <summary>The version in what <c>--version</c> prints: <c>runc version 1.1.5+ds1</c>.</summary>
    /// <exception cref="CalibrationException">There is none.</exception>
    public static ProgramVersion ReadVersion(OciProgram program, string text)
    {
        var start = $"{program.Name} version ";
        return text.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line && ProgramVersion.Find(line[start.Length..]) is { } version
            ? version
            : throw new CalibrationException($"{program.Name} --version prints '{text.Trim().ReplaceLineEndings(" | ")}'; allowed: a line '{start}' with a number such as 1.1.5");
    }

    /// <summary>The first executable file of that name in the folders of a PATH; null where there is none.</summary>
    internal static string? Locate(string name, string path) => path.Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Where(System.IO.Path.IsPathRooted)
        .Select(folder => System.IO.Path.Combine(folder, name))
        .FirstOrDefault(file => File.Exists(file) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute)));

    private static ProgramVersion VersionOf(OciProgram program, string path)
    {
        try
        {
            using var process = Process.Start(OwnProgram.Child([path, "--version"]))!;
            process.StandardInput.Close();
            var text = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                throw new CalibrationException($"{path} --version did not end within {Patience.TotalSeconds} s");
            }

            return ReadVersion(program, text.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CalibrationException($"{path} --version cannot be started: {e.Message}");
        }
    }
}
