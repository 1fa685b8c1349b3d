using System.Text;
using MountSim.Model;
using MountSim.Reporting.Files;

namespace MountSim.Reporting.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_appears_whole_and_nothing_beside_it()
    {
        AtomicFile.WriteAll([File("a.csv", "one")]);
        Assert.Equal(["a.csv"], Names());
        Assert.Equal("one", System.IO.File.ReadAllText(In("a.csv")));
    }

    [Fact]
    public void While_it_is_written_it_has_no_name()
    {
        if (!OperatingSystem.IsLinux()) return;
        IReadOnlyList<string> during = ["never looked"];
        AtomicFile.WriteAll([new OutputFile("--output", In("a.csv"), stream =>
        {
            stream.WriteByte((byte)'x');
            stream.Flush();
            during = Names();
        })]);
        Assert.Empty(during);
        Assert.Equal(["a.csv"], Names());
    }

    [Fact]
    public void An_old_file_is_replaced_and_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows()) return;
        System.IO.File.WriteAllText(In("a.csv"), "old and longer");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        System.IO.File.SetUnixFileMode(In("a.csv"), mode);
        AtomicFile.WriteAll([File("a.csv", "new")]);
        Assert.Equal("new", System.IO.File.ReadAllText(In("a.csv")));
        Assert.Equal(mode, System.IO.File.GetUnixFileMode(In("a.csv")));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_replaced()
    {
        System.IO.File.WriteAllText(In("target"), "old");
        System.IO.File.CreateSymbolicLink(In("link"), In("target"));
        AtomicFile.WriteAll([File("link", "new")]);
        Assert.Equal("new", System.IO.File.ReadAllText(In("target")));
        Assert.NotNull(new FileInfo(In("link")).LinkTarget);
    }

    [Fact]
    public void When_one_of_several_fails_none_is_written()
    {
        System.IO.File.WriteAllText(In("a.csv"), "old");
        Directory.CreateDirectory(In("b.csv"));
        var failure = Assert.Throws<ModelException>(() => AtomicFile.WriteAll([File("a.csv", "new"), File("b.csv", "new")]));
        Assert.Contains("is a directory", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", System.IO.File.ReadAllText(In("a.csv")));
        Assert.Equal(["a.csv", "b.csv"], Names());
    }

    [Theory]
    [InlineData("", "empty path")]
    [InlineData("missing/a.csv", "directory that does not exist")]
    [InlineData("sub/", "is a directory")]
    public void A_target_that_cannot_be_is_refused(string path, string reason) =>
        Assert.Contains(reason, Assert.Throws<ModelException>(() => AtomicFile.Check("--output", path.Length == 0 ? "" : In(path))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public void A_device_is_refused_and_not_replaced(string device)
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.Contains("is a device", Assert.Throws<ModelException>(() => AtomicFile.Check("--output", device)).Message, StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => AtomicFile.WriteAll([new OutputFile("--output", device, ReadOnlyMemory<byte>.Empty)]));
    }

    [Fact]
    public void A_place_that_takes_no_files_is_refused()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.Contains("cannot be written", Assert.Throws<ModelException>(() => AtomicFile.Check("--output", "/proc/mountsim.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_leaves_nothing_behind()
    {
        AtomicFile.Check("--output", In("a.csv"));
        Assert.Empty(Names());
    }

    private string In(string name) => Path.Combine(folder, name);

    private OutputFile File(string name, string content) => new("--output", In(name), Encoding.UTF8.GetBytes(content));

    private string[] Names() => [.. Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];
}
