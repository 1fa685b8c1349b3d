using System.CommandLine;
using MountSim.Experiments;

namespace MountSim.Cli.Options;

/// <summary>What is on the host before the burst. The defaults are guesses until a host gives better, and the output says so.</summary>
internal sealed class HostOptions
{
    private static readonly PredictRequest Defaults = new();

    private readonly IntegerOption hostMounts = new("--host-mounts", "Mounts in the host's namespace", 1, 1_000_000, Defaults.HostMounts);
    private readonly IntegerOption otherNamespaces = new("--other-namespaces", "Other mount namespaces that are slaves of the host's /", 0, 100_000, Defaults.OtherNamespaces);
    private readonly RealOption systemdScans = new("--systemd-scans", "Scans of the mount table a second that systemd allows itself; 0: it does not scan", 0, 1_000, Defaults.SystemdScansPerSecond);
    private readonly IntegerOption agents = new("--agents", "Agents that read mountinfo on a timer", 0, 10_000, Defaults.Agents);
    private readonly RealOption agentReads = new("--agent-reads", "Reads a second of each agent", 0, 1_000, Defaults.AgentReadsPerSecond);
    private readonly IntegerOption pathComponents = new("--path-components", "Components of a mount's path", 1, 2_048, Defaults.PathComponents); // PATH_MAX / 2
    private readonly IntegerOption tasks = new("--tasks", "Processes and threads on the machine", 1, 4_194_304, Defaults.Tasks); // PID_MAX_LIMIT
    private readonly RealOption walks = new("--walks-per-cpu-ms", "Path walks a millisecond of a runtime's CPU time", 0, 10_000, Defaults.WalksPerCpuMs);
    private readonly IntegerOption lineBytes = new("--mountinfo-line-bytes", "Bytes of a line of mountinfo, of which 4 KiB are read at a time; 0: as in the lab, 69", 0, 65_536, Defaults.MountinfoLineBytes);
    private readonly IntegerOption walkers = new("--walkers", "Tasks of the host's own work that compute and walk paths all the time, at that rate", 0, 10_000, Defaults.Walkers);
    private readonly ChoiceOption<string> cgroupDriver = new(
        "--cgroup-driver",
        "Who makes a container's cgroup; systemd does it in the thread that parses the mount table",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["cgroupfs"] = "cgroupfs", ["systemd"] = "systemd" });

    public HostOptions()
    {
        cgroupDriver.DefaultValueFactory = _ => Defaults.CgroupDriver;
        Group = new OptionGroup("Host", [hostMounts, otherNamespaces, systemdScans, agents, agentReads, pathComponents, tasks, walks, walkers, lineBytes, cgroupDriver]);
    }

    public OptionGroup Group { get; }

    public PredictRequest Apply(PredictRequest request, ParseResult parsed) => request with
    {
        HostMounts = parsed.GetValue(hostMounts)!.Value,
        OtherNamespaces = parsed.GetValue(otherNamespaces)!.Value,
        SystemdScansPerSecond = parsed.GetValue(systemdScans)!.Value,
        Agents = parsed.GetValue(agents)!.Value,
        AgentReadsPerSecond = parsed.GetValue(agentReads)!.Value,
        PathComponents = parsed.GetValue(pathComponents)!.Value,
        Tasks = parsed.GetValue(tasks)!.Value,
        WalksPerCpuMs = parsed.GetValue(walks)!.Value,
        MountinfoLineBytes = parsed.GetValue(lineBytes)!.Value,
        Walkers = parsed.GetValue(walkers)!.Value,
        CgroupDriver = parsed.GetValue(cgroupDriver)!,
    };
}
