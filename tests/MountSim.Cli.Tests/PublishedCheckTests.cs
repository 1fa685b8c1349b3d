namespace MountSim.Cli.Tests;

/// <summary>results/models-check.txt is what the tool says now. MOUNTSIM_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class PublishedCheckTests : IDisposable
{
    private const string Traces = "tests/MountSim.Model.Tests/data/lab";

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_published_score_is_the_tools()
    {
        var root = Root();
        var output = tool.Run("models", "check", "--against", Path.Combine(root, Traces)).Out;
        var text = $"$ mountsim models check --against {Traces}\n{output.Replace(root + "/", "", StringComparison.Ordinal)}";
        var file = Path.Combine(root, "results", "models-check.txt");
        if (Environment.GetEnvironmentVariable("MOUNTSIM_UPDATE_GOLDEN") == "1") File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MountSim.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run inside the repository, which has MountSim.sln at its root");
    }
}
