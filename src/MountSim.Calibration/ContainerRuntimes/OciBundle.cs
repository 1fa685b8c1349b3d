using System.Globalization;
using System.Text.Json;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>A bundle: a root file system with <c>true</c> and what it needs, what is bound into it, and a config.json with the mounts that the model counts.</summary>
internal static class OciBundle
{
    private const string RootName = "rootfs";
    private const string BindType = "bind";
    private const string ProgramName = "true";

    // Docker's and Podman's options, in the order of the models: the first P of them.
    private static readonly OciMount[] PseudoFileSystems =
    [
        new("/proc", "proc", "proc", ["nosuid", "noexec", "nodev"]),
        new("/dev", "tmpfs", "tmpfs", ["nosuid", "strictatime", "mode=755", "size=65536k"]),
        new("/dev/pts", "devpts", "devpts", ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]),
        new(Sys, "sysfs", "sysfs", ["nosuid", "noexec", "nodev", "ro"]),
        new("/dev/mqueue", "mqueue", "mqueue", ["nosuid", "noexec", "nodev"]),
        new(Cgroup, "cgroup", "cgroup", ["nosuid", "noexec", "nodev", "relatime", "ro"]),
        new("/dev/shm", "tmpfs", "shm", ["nosuid", "noexec", "nodev", "mode=1777", "size=65536k"]),
        new("/run", "tmpfs", "tmpfs", ["nosuid", "noexec", "nodev", "mode=755", "size=65536k"]),
    ];

    private const string Sys = "/sys";
    private const string Cgroup = "/sys/fs/cgroup";

    /// <summary>The most pseudo file systems that a bundle has.</summary>
    internal static int MostPseudoFileSystems => PseudoFileSystems.Length;

    /// <summary>The specification: what config.json says.</summary>
    /// <param name="order">The model's variables.</param>
    /// <param name="directory">The bundle's directory, in which the sources of its binds lie.</param>
    internal static OciSpec Spec(BundleOrder order, string directory)
    {
        var engine = OciProgram.Of(order.Program).Engine;
        return new OciSpec(
            "1.0.2",
            new OciProcess(false, new OciUser(0, 0), [ProgramName], ["PATH=/bin"], "/"),
            new OciRoot(RootName, false),
            [
                .. PseudoFileSystems.Take(order.PseudoFileSystems).Select(mount => engine.Propagates && mount.Destination is Sys or Cgroup ? mount with { Options = [.. mount.Options, "rprivate"] } : mount),
                .. Binds(order).Select(target => new OciMount(target.TrimEnd('/'), BindType, Source(directory, target), ["rbind", "rprivate"])),
            ],
            new OciLinux(
                [.. new[] { "pid", "ipc", "uts", "mount", "cgroup" }.Select(type => new OciNamespace(type))],
                [.. engine.MaskedFiles.Take(order.MaskedFiles), .. engine.MaskedDirectories.Take(order.MaskedDirectories)],
                [.. engine.ReadOnlyPaths.Take(order.ReadOnlyPaths)]));
    }

    /// <summary>Copies what the root file systems of all bundles share.</summary>
    /// <exception cref="CalibrationException">This host's <c>true</c> or its libraries cannot be found.</exception>
    internal static RootFileSystem Files(string folder) => new(folder, ProgramName);

    /// <summary>Makes one.</summary>
    internal static void Make(BundleOrder order, string directory, RootFileSystem files)
    {
        var root = Path.Combine(directory, RootName);
        var spec = Spec(order, directory);
        files.Make(root);
        foreach (var mount in spec.Mounts.Where(mount => mount.Type != BindType))
            Directory.CreateDirectory(root + mount.Destination);
        foreach (var target in Binds(order))
        {
            MakeEnd(Source(directory, target), target.EndsWith('/'));
            MakeEnd(root + target, target.EndsWith('/'));
        }

        File.WriteAllText(Path.Combine(directory, "config.json"), JsonSerializer.Serialize(spec, OciJson.Default.OciSpec));
    }

    private static IEnumerable<string> Binds(BundleOrder order) =>
    [
        .. OciProgram.Of(order.Program).Engine.Binds.Take(order.EngineBinds),
        .. Enumerable.Range(0, order.Volumes).Select(i => string.Create(CultureInfo.InvariantCulture, $"/mnt/volume{i}/")),
    ];

    private static string Source(string directory, string target) => Path.Combine(directory, Path.GetFileName(target.TrimEnd('/')));

    private static void MakeEnd(string path, bool isDirectory)
    {
        Directory.CreateDirectory(isDirectory ? path : Path.GetDirectoryName(path)!);
        if (!isDirectory)
            File.WriteAllText(path, "");
    }
}
