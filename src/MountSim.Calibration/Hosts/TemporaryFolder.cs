namespace MountSim.Calibration.Hosts;

/// <summary>The folder that a measurement makes its directory in.</summary>
internal static class TemporaryFolder
{
    /// <summary>A folder that is asked for, or that of the environment.</summary>
    /// <exception cref="CalibrationException">It is not there, or somebody else could put another directory in the place of ours.</exception>
    internal static string Of(string? asked)
    {
        var folder = asked ?? Path.GetTempPath();
        if (!Directory.Exists(folder))
            throw new CalibrationException($"{folder}: there is no such folder for temporary files; set TMPDIR to one");
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(folder);
        return mode.HasFlag(UnixFileMode.OtherWrite) && !mode.HasFlag(UnixFileMode.StickyBit)
            ? throw new CalibrationException($"{folder}: everybody may write there and it is not sticky, so that another user could put a directory in the place of ours; set TMPDIR to a folder of your own, or chmod +t it")
            : folder;
    }
}
