namespace MountSim.Lab.Tests;

/// <summary>What a test needs of the machine; where it lacks, the test is skipped with the remedy.</summary>
internal static class Requires
{
    private const string Variable = "MOUNTSIM_LAB_KERNEL";

    private static readonly (string File, string Package)[] Programs =
        [("/usr/bin/qemu-system-x86_64", "qemu-system-x86"), ("/usr/bin/gcc", "gcc libc6-dev"), ("/usr/bin/cpio", "cpio"), ("/bin/busybox", "busybox-static")];

    /// <summary>A folder with vmlinuz and overlay.ko, as calibration/lab/fetch leaves it.</summary>
    internal static string Kernel()
    {
        foreach (var (file, package) in Programs)
            Assert.SkipUnless(File.Exists(file), $"{file} is not installed; remedy: apt-get install {package}");
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"no kernel image; remedy: calibration/lab/fetch --series 6.12 --suite bookworm-backports --output DIR, and {Variable}=DIR");
        return folder!;
    }
}
