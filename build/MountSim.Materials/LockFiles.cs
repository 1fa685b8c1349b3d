using NuGet.ProjectModel;

namespace MountSim.Materials;

/// <summary>What all packages.lock.json of the repository say together.</summary>
public static class LockFiles
{
    /// <summary>The project whose packages are in the tool.</summary>
    public const string Tool = "src/MountSim.Cli";

    private static readonly string[] Folders = ["src", "tests", "bench", "build"];

    /// <summary>The lock files, in order.</summary>
    /// <param name="root">The repository.</param>
    public static IReadOnlyList<string> Find(string root) =>
    [
        .. Folders.SelectMany(folder => Directory.GetDirectories(Path.Combine(root, folder)))
            .Select(project => Path.Combine(project, PackagesLockFileFormat.LockFileName))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every package once, ordered by name and version.</summary>
    /// <param name="root">The repository.</param>
    public static IReadOnlyList<LockedPackage> Read(string root)
    {
        var shipped = Packages(Path.Combine(root, Tool, PackagesLockFileFormat.LockFileName)).Select(package => package.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Find(root).SelectMany(Packages)
                .GroupBy(package => package.Key, StringComparer.Ordinal)
                .Select(same => same.First() with { Shipped = shipped.Contains(same.Key), DependsOn = [.. same.SelectMany(one => one.DependsOn).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })
                .OrderBy(package => package.Id, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<LockedPackage> Packages(string file)
    {
        var targets = PackagesLockFileFormat.Read(file).Targets;
        var common = targets.Where(target => target.RuntimeIdentifier is null).SelectMany(target => target.Dependencies).ToList();
        foreach (var target in targets)
        {
            // A platform's part of the file has only what differs from the part for all of them.
            var resolved = common.Concat(target.Dependencies).Where(one => one.ResolvedVersion is not null)
                .GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(same => same.Key, same => same.Last(), StringComparer.OrdinalIgnoreCase);
            foreach (var one in target.Dependencies.Where(one => one.Type != PackageDependencyType.Project))
                yield return new LockedPackage(one.Id, one.ResolvedVersion.ToNormalizedString(), one.ContentHash, Shipped: false, [.. one.Dependencies.Select(needed => Key(resolved[needed.Id]))]);
        }
    }

    private static string Key(LockFileDependency package) => $"{package.Id}@{package.ResolvedVersion.ToNormalizedString()}";
}
