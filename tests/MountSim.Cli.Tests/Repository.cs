namespace MountSim.Cli.Tests;

/// <summary>Where the repository is: the tests run inside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MountSim.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run inside the repository, which has MountSim.sln at its root");
    }
}
