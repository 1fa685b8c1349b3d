using System.Text.Json;
using MountSim.Calibration.ContainerRuntimes;
using MountSim.Model.Runtimes;

namespace MountSim.Calibration.Tests.ContainerRuntimes;

/// <summary>A bundle has the mounts that a model's variables count.</summary>
public sealed class OciBundleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("runc", "runc-1.1", 1)]
    [InlineData("runc", "runc-1.5", 3)]
    [InlineData("crun", "crun-1.8", 0)]
    [InlineData("crun", "crun-1.29", 1)]
    public void Its_mounts_are_those_of_the_model(string program, string model, int volumes)
    {
        var runtime = RuntimeCatalog.Load(model);
        var oci = OciProgram.Of(program);
        var values = runtime.Bind(new RuntimeInputs(Volumes: volumes), oci.Engine.HostVariables);
        var spec = OciBundle.Spec(BundleOrder.Of(Installed(program), runtime, values, volumes), _folder);
        double Value(string name) => values[RuntimeSlots.FirstVariable + runtime.Variables.ToList().FindIndex(variable => variable.Name == name)];
        Assert.Equal(Value("P"), spec.Mounts.Count(mount => mount.Type != "bind"));
        Assert.Equal(Value("Ptmpfs"), spec.Mounts.Count(mount => mount.Type == "tmpfs"));
        Assert.Equal(Value("Pcgroup"), spec.Mounts.Count(mount => mount.Type == "cgroup"));
        Assert.Equal(Value("F") + volumes, spec.Mounts.Count(mount => mount.Type == "bind"));
        Assert.Equal(Value("MF") + Value("MD"), spec.Linux.MaskedPaths.Count);
        Assert.Equal(Value("MD"), spec.Linux.MaskedPaths.Count(Directory.Exists));
        Assert.Equal(Value("R"), spec.Linux.ReadonlyPaths.Count);
        Assert.Equal(RuntimeModel.Times(runtime.ContainerMountsLeft, values), 1 + spec.Mounts.Count + spec.Linux.MaskedPaths.Count + spec.Linux.ReadonlyPaths.Count);
    }

    [Theory]
    [InlineData("U", 1)]
    [InlineData("TTY", 1)]
    [InlineData("P", 9)]
    [InlineData("MF", 100)]
    [InlineData("F", 0.5)]
    public void What_no_bundle_of_ours_has_is_refused_with_what_is_allowed(string variable, double value)
    {
        var runtime = RuntimeCatalog.Load("runc-1.1");
        var values = runtime.Bind(new RuntimeInputs(), new Dictionary<string, double>(OciProgram.Runc.Engine.HostVariables) { [variable] = value });
        var refused = Assert.Throws<CalibrationException>(() => BundleOrder.Of(Installed("runc"), runtime, values, 1));
        Assert.StartsWith($"runtime runc-1.1: variable {variable} is ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: --set", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_a_config_that_runtimes_read_a_program_and_what_is_bound()
    {
        RequireLinux();
        OciBundle.Make(Order(volumes: 1), _folder, OciBundle.Files(Path.Combine(_folder, "files")));
        var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "config.json"))).RootElement;
        Assert.Equal("1.0.2", config.GetProperty("ociVersion").GetString());
        Assert.False(config.GetProperty("process").GetProperty("terminal").GetBoolean());
        Assert.Equal("true", Assert.Single(config.GetProperty("process").GetProperty("args").EnumerateArray()).GetString());
        Assert.False(config.GetProperty("linux").TryGetProperty("resources", out _));
        Assert.Equal(["pid", "ipc", "uts", "mount", "cgroup"], config.GetProperty("linux").GetProperty("namespaces").EnumerateArray().Select(one => one.GetProperty("type").GetString()!));
        var root = Path.Combine(_folder, config.GetProperty("root").GetProperty("path").GetString()!);
        foreach (var mount in config.GetProperty("mounts").EnumerateArray())
        {
            Assert.True(Path.Exists(root + mount.GetProperty("destination").GetString()));
            if (mount.GetProperty("type").GetString() == "bind")
                Assert.True(Path.Exists(mount.GetProperty("source").GetString()));
        }

        Assert.True(File.Exists(Path.Combine(root, "bin/true")));
    }

    [Fact]
    public void A_program_needs_its_dynamic_linker_and_its_libraries_a_static_one_nothing()
    {
        RequireLinux();
        var shell = ElfFile.Read("/bin/sh");
        Assert.SkipWhen(shell.Interpreter is null, "this host's shell is static");
        Assert.True(File.Exists(shell.Interpreter));
        Assert.Contains(shell.Needed, name => name.StartsWith("libc.", StringComparison.Ordinal));
        Assert.Null(ElfFile.Read(shell.Interpreter!).Interpreter);
    }

    [Fact]
    public void What_is_no_program_is_refused_by_name()
    {
        var script = Path.Combine(_folder, "script");
        File.WriteAllText(script, "#!/bin/sh\n");
        Assert.StartsWith(script, Assert.Throws<CalibrationException>(() => ElfFile.Read(script)).Message, StringComparison.Ordinal);
        byte[] cut = [.. "\u007fELF\u0002\u0001"u8, .. Enumerable.Repeat((byte)0xFF, 64)];
        File.WriteAllBytes(script, cut);
        Assert.Contains("out of the file", Assert.Throws<CalibrationException>(() => ElfFile.Read(script)).Message, StringComparison.Ordinal);
    }

    private static BundleOrder Order(int volumes)
    {
        var runtime = RuntimeCatalog.Load("crun-1.8");
        return BundleOrder.Of(Installed("crun"), runtime, runtime.Bind(new RuntimeInputs(Volumes: volumes), OciProgram.Crun.Engine.HostVariables), volumes);
    }

    private static InstalledRuntime Installed(string program) => new(OciProgram.Of(program), $"/usr/bin/{program}", ProgramVersion.Find("1.0")!);

    private static void RequireLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "programs are ELF files on Linux only");
}
