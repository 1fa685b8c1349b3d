namespace MountSim.Cli.Tests;

public sealed class ModelsTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_list_has_kernels_and_machines_with_a_title_each()
    {
        var rows = tool.Run("models", "list", "--format", "csv").Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("kind,name,title", rows[0]);
        Assert.Contains(rows, row => row.StartsWith("kernel,linux-6.12,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("machine,r5.metal,", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.False(row.EndsWith(','), row));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public void The_list_has_every_form(string format) =>
        Assert.Contains("linux-6.12", tool.Run("models", "list", "--format", format).Out, StringComparison.Ordinal);

    [Fact]
    public void The_list_can_be_a_file()
    {
        Assert.Equal("", tool.Run("models", "list", "--output", tool.In("models.csv")).Out);
        Assert.StartsWith("kind,name,title", File.ReadAllText(tool.In("models.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_shown_as_its_file() =>
        Assert.Contains("\nname: linux-6.12\n", tool.Run("models", "show", "linux-6.12").Out, StringComparison.Ordinal);

    [Fact]
    public void Names_are_completed_on_request() =>
        Assert.Contains("linux-6.12", tool.Run("[suggest:24]", "predict --kernel linux-6").Out, StringComparison.Ordinal);
}
