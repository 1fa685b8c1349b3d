using System.Runtime.Versioning;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tests;

/// <summary>Where a calibration puts its directory.</summary>
[SupportedOSPlatform("linux")]
public sealed class WorkDirectoryTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mountsim-test-");

    [Fact]
    public void It_is_its_owners_alone_and_goes_without_a_trace()
    {
        var made = WorkDirectory.Make(folder.FullName);
        Assert.Equal(Own, File.GetUnixFileMode(made.Path));
        made.Remove();
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_folder_in_which_others_could_swap_it_is_refused()
    {
        var everybody = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder.FullName, Own | everybody);
        var refused = Assert.Throws<CalibrationException>(() => TemporaryFolder.Of(folder.FullName));
        Assert.Contains("set TMPDIR to a folder of your own", refused.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(folder.FullName, Own | everybody | UnixFileMode.StickyBit);
        Assert.Equal(folder.FullName, TemporaryFolder.Of(folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused_with_the_remedy() => Assert.Contains(
        "set TMPDIR to one", Assert.Throws<CalibrationException>(() => TemporaryFolder.Of(Path.Combine(folder.FullName, "none"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_in_its_place_is_not_followed()
    {
        var link = Path.Combine(folder.FullName, "link");
        Directory.CreateSymbolicLink(link, "/");
        var refused = Assert.Throws<SyscallException>(() => Directories.Enter(link));
        Assert.Contains("open(O_NOFOLLOW)", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
