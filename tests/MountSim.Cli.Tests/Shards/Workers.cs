using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MountSim.Cli.Tests.Shards;

/// <summary>The processes that a scheduler started for a sweep's folder, told from all others by that folder in their command line.</summary>
internal static class Workers
{
    /// <summary>Sends SIGKILL to the first process at work on a shard that is not among those spared.</summary>
    /// <returns>Its shard; null when none is at work.</returns>
    public static int? KillOne(string folder, Func<int, bool> isWanted)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            if (!Words(process, "cmdline").Contains(folder) || !Words(process, "cmdline").Contains("run")) continue;
            var index = Words(process, "environ").FirstOrDefault(word => word.StartsWith("SLURM_ARRAY_TASK_ID=", StringComparison.Ordinal))?.Split('=')[1];
            if (index is null || !isWanted(int.Parse(index, CultureInfo.InvariantCulture))) continue;
            try
            {
                using var worker = Process.GetProcessById(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
                worker.Kill();
                return int.Parse(index, CultureInfo.InvariantCulture);
            }
            catch (ArgumentException)
            {
                // It has ended since.
            }
        }
        return null;
    }

    private static string[] Words(string process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, file))).Split('\0');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
