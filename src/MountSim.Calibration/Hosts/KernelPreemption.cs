using System.IO.Compression;

namespace MountSim.Calibration.Hosts;

/// <summary>Where the running kernel preempts its own code: what its configuration says, or the boot parameter that overrides it.</summary>
internal static class KernelPreemption
{
    /// <summary>Nowhere but where it offers to (cond_resched): a task in the kernel keeps its CPU until it sleeps or leaves it.</summary>
    internal const string None = "none";

    private const string Parameter = "preempt=";
    // kernel/Kconfig.preempt v6.18
    private static readonly (string Option, string Name)[] Models = [("CONFIG_PREEMPT_NONE", None), ("CONFIG_PREEMPT_VOLUNTARY", "voluntary"), ("CONFIG_PREEMPT_LAZY", "lazy"), ("CONFIG_PREEMPT", "full")];

    /// <summary>The running kernel's; null where it does not say.</summary>
    internal static string? Read() => Of(Text("/proc/cmdline") ?? "", Configuration());

    /// <summary>What a command line and a configuration say.</summary>
    /// <param name="commandLine">Boot parameters, separated by spaces.</param>
    /// <param name="configuration">Lines of a kernel's .config.</param>
    internal static string? Of(string commandLine, string configuration)
    {
        var lines = configuration.Split('\n');
        var configured = Models.FirstOrDefault(model => lines.Contains(model.Option + "=y")).Name;
        var asked = commandLine.Split(' ', StringSplitOptions.TrimEntries).LastOrDefault(word => word.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..];
        return lines.Contains("CONFIG_PREEMPT_DYNAMIC=y") && Models.Any(model => model.Name == asked) ? asked : configured;
    }

    private static string Configuration()
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead("/proc/config.gz"), CompressionMode.Decompress);
            using var reader = new StreamReader(packed);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Text("/boot/config-" + Text("/proc/sys/kernel/osrelease")?.Trim()) ?? "";
        }
    }

    private static string? Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
