using MountSim.Cli;

namespace MountSim.Hardening.Tests;

/// <summary>Where results may go: to a regular file, which a link may lead to, and never over anything else.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class OutputPaths : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-paths-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/stdout")]
    [InlineData("/proc/self/mem")]
    [InlineData("/sys/kernel/profiling")]
    [InlineData("a\nb")]
    [InlineData("a\u001b[2Jb")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("none/../../../none/a.csv")]
    public void Are_refused_where_no_file_can_be(string path)
    {
        var (exit, error) = List(path.StartsWith('/') ? path : Path.Combine(folder, path));
        Assert.True(exit == ExitCode.BadInput, error);
        Assert.StartsWith("error: --output: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
    }

    [Fact]
    public void Name_a_file_through_its_parent()
    {
        Directory.CreateDirectory(Path.Combine(folder, "a/b"));
        Assert.Equal(ExitCode.Done, List(Path.Combine(folder, "a/b/../out.csv")).Exit);
        Assert.True(File.Exists(Path.Combine(folder, "a/out.csv")));
    }

    [Fact]
    public void Lead_through_a_link_which_stays_one()
    {
        var (file, link) = (Path.Combine(folder, "out.csv"), Path.Combine(folder, "link.csv"));
        File.CreateSymbolicLink(link, file);
        Assert.Equal(ExitCode.Done, List(link).Exit);
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void Are_refused_where_a_link_leads_to_itself()
    {
        var link = Path.Combine(folder, "link.csv");
        File.CreateSymbolicLink(link, link);
        Assert.Equal(ExitCode.BadInput, List(link).Exit);
    }

    private static (int Exit, string Error) List(string path)
    {
        using var error = new StringWriter();
        return (App.Run(["models", "list", "--output", path], new Session { Out = TextWriter.Null, Error = error }), error.ToString());
    }
}
