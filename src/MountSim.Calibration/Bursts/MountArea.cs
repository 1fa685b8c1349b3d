namespace MountSim.Calibration.Bursts;

/// <summary>Where a start mounts in one namespace: which directories it needs there, and what it has mounted, while its steps are compiled.</summary>
internal sealed class MountArea
{
    private const string Link = "p";

    /// <summary>A file, for binds that must be refused on a directory.</summary>
    internal const string File = "f";

    private readonly SortedSet<string> _directories;
    private readonly List<(string Path, string Type)> _mounts = [];

    internal MountArea(SortedSet<string> directories) => _directories = directories;

    /// <summary>True between the pivot and the detach of the old root.</summary>
    internal bool OldRootOnTop { get; set; }

    /// <summary>True once nothing is shared any more: pivot_root refuses a shared parent.</summary>
    internal bool Unshared { get; set; }

    /// <summary>True once the root file system is a mount.</summary>
    internal bool RootIsMount { get; set; }

    /// <summary>All that is mounted.</summary>
    internal IReadOnlyList<(string Path, string Type)> Mounts => _mounts;

    /// <summary>A path of that many components whose directory exists.</summary>
    internal string Directory(int components, string name)
    {
        var path = string.Concat(Enumerable.Repeat(Link + "/", Math.Max(0, components - 1))) + name;
        _directories.Add(path);
        return path;
    }

    /// <summary>Notes a mount.</summary>
    internal void Mounted(string path, string type) => _mounts.Add((path, type));

    /// <summary>The newest mount of a type, or of any; null where there is none.</summary>
    internal string? Newest(string? type = null) => _mounts.FindLast(mount => type is null || mount.Type == type).Path;

    /// <summary>The newest of a type if there is one, else of any, is unmounted.</summary>
    internal string? TakeNewest(string? type)
    {
        var path = Newest(type) ?? Newest();
        _mounts.RemoveAll(mount => mount.Path == path);
        return path;
    }

}
