using System.Runtime.Versioning;
using MountSim.Calibration.ContainerRuntimes;

namespace MountSim.Calibration.Tests.ContainerRuntimes;

/// <summary>Finding a container runtime and asking for its version.</summary>
[SupportedOSPlatform("linux")]
public sealed class InstalledRuntimeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("runc", "runc version 1.1.5+ds1\ncommit: 1.1.5+ds1-1+deb12u1\nspec: 1.0.2-dev\ngo: go1.19.8\n", "1.1.5")]
    [InlineData("runc", "runc version 1.5.0-rc.1\ncommit: v1.5.0-rc.1-0-gabcdef\nspec: 1.3.0\n", "1.5.0")]
    [InlineData("crun", "crun version 1.8.1\ncommit: f8a096be\nrundir: /run/crun\nspec: 1.0.0\n+SYSTEMD +SELINUX\n", "1.8.1")]
    [InlineData("crun", "crun version 1.29\ncommit: 0\n", "1.29")]
    public void A_version_is_what_the_program_says_first(string program, string text, string version) =>
        Assert.Equal(version, InstalledRuntime.ReadVersion(OciProgram.Of(program), text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("crun version 1.8.1\n")]
    [InlineData("runc version unknown\n")]
    public void What_says_no_version_is_refused_with_what_it_said(string text)
    {
        var refused = Assert.Throws<CalibrationException>(() => InstalledRuntime.ReadVersion(OciProgram.Runc, text));
        Assert.Contains($"prints '{text.Trim()}'; allowed: a line 'runc version '", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_executable_file_on_the_path_is_taken()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "files are executable on Linux only");
        var (plain, executable) = (Path.Combine(_folder, "a", "runc"), Path.Combine(_folder, "b", "runc"));
        foreach (var file in new[] { plain, executable })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
        }

        File.SetUnixFileMode(executable, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal(executable, InstalledRuntime.Locate("runc", $"relative::{_folder}/a:{_folder}/none:{_folder}/b"));
        Assert.Null(InstalledRuntime.Locate("runc", $"{_folder}/a"));
    }
}
