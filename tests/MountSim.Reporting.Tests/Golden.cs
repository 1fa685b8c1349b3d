namespace MountSim.Reporting.Tests;

/// <summary>
/// Compares a text with the file that holds what was agreed. After a change that is wanted, run the tests once with
/// MOUNTSIM_UPDATE_GOLDEN=1 in the environment: the files are written anew, and the difference is for the reviewer.
/// </summary>
public static class Golden
{
    /// <param name="project">The test project whose Golden folder holds the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="actual">What the code writes now.</param>
    public static void Verify(string project, string name, string actual)
    {
        var file = Path.Combine(Root(), "tests", project, "Golden", name);
        if (Environment.GetEnvironmentVariable("MOUNTSIM_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }
        Assert.True(File.Exists(file), $"{name} is missing; MOUNTSIM_UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MountSim.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run inside the repository, which has MountSim.sln at its root");
    }
}
