using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Hosts;

/// <summary>
/// The one directory that a calibration makes on the host: empty, or with nothing but directories where no private tmpfs could be mounted over it or a
/// killed one's threads went on after it was gone. Its name says whose it is, so that a later start can remove what a killed one left.
/// </summary>
internal sealed class WorkDirectory
{
    private const string Prefix = "mountsim-calibrate-";

    private static readonly EnumerationOptions Inside = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    internal WorkDirectory(string path) => Path = path;

    /// <summary>Its path.</summary>
    internal string Path { get; }

    /// <summary>Makes one, mode 0700, under the temporary folder.</summary>
    internal static WorkDirectory Make(string folder) => new(Directories.MakeTemporary(System.IO.Path.Combine(folder, Prefix + Owner.Self() + "-")));

    /// <summary>Removes those whose owner, as their name says it, <paramref name="isGone"/>. Never another's, never one with anything else inside.</summary>
    internal static void Sweep(string folder, Func<string, bool> isGone)
    {
        foreach (var path in Directory.EnumerateDirectories(folder, Prefix + "*"))
        {
            var name = System.IO.Path.GetFileName(path)[Prefix.Length..];
            if (!File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint) && isGone(name))
                new WorkDirectory(path).Remove();
        }
    }

    /// <summary>Removes it and the directories inside, the deepest first; leaves anything else, and what holds anything else, alone.</summary>
    internal void Remove()
    {
        if (!Directory.Exists(Path))
            return;
        foreach (var inside in Directory.EnumerateDirectories(Path, "*", Inside).OrderByDescending(path => path.Length).ToList())
            Directories.TryRemove(inside);
        Directories.TryRemove(Path);
    }
}
