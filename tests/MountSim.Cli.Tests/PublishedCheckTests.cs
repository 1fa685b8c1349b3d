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
        var root = Repository.Root;
        var output = tool.Run("models", "check", "--against", Path.Combine(root, Traces)).Out;
        var text = $"$ mountsim models check --against {Traces}\n{output.Replace(root + "/", "", StringComparison.Ordinal)}";
        var file = Path.Combine(root, "results", "models-check.txt");
        if (Environment.GetEnvironmentVariable("MOUNTSIM_UPDATE_GOLDEN") == "1") File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text);
    }
}
