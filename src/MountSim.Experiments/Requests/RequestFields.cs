using MountSim.Model;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Requests;

/// <summary>All that a request can say, in the order of the help.</summary>
public static class RequestFields
{
    private const int MostReplications = 100_000;

    /// <summary>The fields.</summary>
    public static IReadOnlyList<RequestField> All { get; } = [.. Machine(), .. Burst(), .. Host(), .. Replications()];

    /// <summary>Names of the fields.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(field => field.Name)];

    /// <summary>The field of a name.</summary>
    /// <exception cref="ModelException">There is none; the message names the nearest.</exception>
    public static RequestField Find(string name, string place) =>
        All.FirstOrDefault(field => field.Name == name || field.Alias == name) ?? throw new ModelException(place, $"there is no option '{name}'; {NearestName.Hint(name, Names)}");

    /// <summary>Everything a request says, one NAME=VALUE a line: equal for equal requests. Threads change no result and are left out.</summary>
    public static string Canonical(PredictRequest request) => string.Concat(Said(request).Select(said => $"{said.Name}={said.Text}\n"));

    /// <summary>Everything a request says, in the order of the help. Threads change no result and are left out.</summary>
    internal static IEnumerable<(string Name, string Text)> Said(PredictRequest request)
    {
        foreach (var field in All)
        {
            if (field.Name != "threads" && field.Text(request) is { } text) yield return (field.Name, text);
        }
    }

    private static IEnumerable<RequestField> Machine()
    {
        const FieldGroup group = FieldGroup.Machine;
        var smt = new Choice<int>(new Dictionary<string, int>(StringComparer.Ordinal) { ["on"] = 2, ["off"] = 1, ["1"] = 1, ["2"] = 2 });
        var apis = new Choice<MountApi>(new Dictionary<string, MountApi>(StringComparer.Ordinal) { ["runtime"] = MountApi.AsRuntime, ["fd"] = MountApi.Fd, ["mount2"] = MountApi.Mount2 });
        yield return RequestField.Text(group, "machine", "NAME|FILE", "Machine by name or file; without it, one is built of --cores and --sockets (192 over 2)", request => request.Machine, (request, value) => request with { Machine = value }, MachineCatalog.Names);
        yield return RequestField.Whole(group, "cores", "Physical cores over all sockets", 1, Model.Machines.Machine.MaxCpus, request => request.Cores, (request, value) => request with { Cores = (int)value });
        yield return RequestField.Whole(group, "sockets", "Sockets", 1, 64, request => request.Sockets, (request, value) => request with { Sockets = (int)value });
        yield return RequestField.Word(
            group, "smt", "Hardware threads a core. off: switched off at boot, so that the siblings stay possible CPUs; for an instance launched without them give --possible-cpus too", smt, request => request.Smt, (request, value) => request with { Smt = value });
        yield return RequestField.Whole(
            group, "possible-cpus", "CPUs the kernel has set up room for, which decide per-CPU costs; by default the machine's hardware threads", 1, Model.Machines.Machine.MaxCpus, request => request.PossibleCpus, (request, value) => request with { PossibleCpus = (int)value });
        yield return RequestField.Whole(
            group, "pin-sockets", "Pin runtimes, systemd and agents to the CPUs of the first N sockets; the CPUs of the others stay possible", 1, 64, request => request.PinSockets, (request, value) => request with { PinSockets = (int)value });
        yield return RequestField.Text(group, "kernel", "NAME|FILE", "Kernel model by name or file", request => request.Kernel, (request, value) => request with { Kernel = value }, KernelCatalog.Names);
        yield return RequestField.Text(group, "runtime", "NAME|FILE", "Container runtime by name or file", request => request.Runtime, (request, value) => request with { Runtime = value }, RuntimeCatalog.Names);
        yield return RequestField.Word(
            group, "api", "System calls that the runtime mounts by: its own, or wherever it can be the fd API (fd) or mount(2) (mount2)", apis, request => request.Api, (request, value) => request with { Api = value });
        yield return RequestField.Several(
            group,
            "what-if",
            "Make something faster or slower: a lock (namespace_sem=x0.5: the kernel code that runs while it is held, inner locks' included, takes half its time; line transfers and waits stay), an operation or part of one (namespace.copy=x0), "
            + "or a cost: instruction, transfer, grace_period, wake_up, user_cpu",
            new WhatIfText(),
            request => request.WhatIf,
            (request, whatIf) => request with { WhatIf = [.. request.WhatIf.Where(other => other.Target != whatIf.Target), whatIf] });
        yield return RequestField.Text(group, "profile", "FILE", "Costs measured by 'mountsim calibrate'; by default the profile that comes with the tool", request => request.Profile, (request, value) => request with { Profile = value });
    }

    private static IEnumerable<RequestField> Burst()
    {
        const FieldGroup group = FieldGroup.Burst;
        yield return RequestField.Whole(group, "containers", "Containers that start", 1, 1_000_000, request => request.Workload.Containers, (request, value) => request.With(load => load with { Containers = (int)value }));
        yield return RequestField.Whole(group, "concurrency", "Starts in flight at most; by default all at once", 1, 1_000_000, request => request.Workload.Concurrency, (request, value) => request.With(load => load with { Concurrency = (int)value }));
        yield return RequestField.Real(
            group, "rate", "Starts that come a second, evenly spaced; by default all come at once", new RealNumber(0, 1e6, aboveMin: true), request => request.Workload.StartsPerSecond, (request, value) => request.With(load => load with { StartsPerSecond = value })).In("starts/s");
        yield return RequestField.Whole(
            group, "running", "Containers of the same kind that run before the first start, with what they have left on the host", 0, 100_000, request => request.Workload.Running, (request, value) => request.With(load => load with { Running = (int)value }));
        yield return RequestField.Whole(group, "layers", "Lower layers of a container's overlay", 1, 500, request => request.Workload.Layers, (request, value) => request.With(load => load with { Layers = (int)value })); // OVL_MAX_STACK
        yield return RequestField.Whole(group, "volumes", "Volumes a container", 0, 1_000, request => request.Workload.Volumes, (request, value) => request.With(load => load with { Volumes = (int)value }));
        yield return RequestField.Whole(
            group, "containers-per-pod", "App containers a pod, for runtimes that start pods; the same as --set C=N", 1, 1_000, request => request.ContainersPerPod, (request, value) => request with { ContainersPerPod = (int)value });
        yield return RequestField.Flag(
            group, "userns", "Each container has a user namespace, for runtimes that can go without; the same as --set U=1", request => request.Userns, (request, value) => request with { Userns = value });
        yield return RequestField.Several(
            group,
            "set",
            "Set a variable of the runtime, such as MD=12; 'mountsim models show' lists them. May be given more than once",
            new Assignment(),
            request => request.Workload.RuntimeVariables.OrderBy(set => set.Key, StringComparer.Ordinal),
            (request, set) => request.With(load => load with { RuntimeVariables = new Dictionary<string, double>(load.RuntimeVariables, StringComparer.Ordinal) { [set.Key] = set.Value } }));
        yield return RequestField.Real(
            group, "lifetime", "Seconds after which a started container stops; by default they stay", new RealNumber(0, 1e6, aboveMin: true), request => request.Workload.LifetimeSeconds, (request, value) => request.With(load => load with { LifetimeSeconds = value }));
    }

    private static IEnumerable<RequestField> Host()
    {
        const FieldGroup group = FieldGroup.Host;
        var drivers = new Choice<bool>(new Dictionary<string, bool>(StringComparer.Ordinal) { ["cgroupfs"] = false, ["systemd"] = true });
        yield return RequestField.Whole(group, "host-mounts", "Mounts in the host's namespace", 1, 1_000_000, request => request.Workload.HostMounts, (request, value) => request.With(load => load with { HostMounts = (int)value }));
        yield return RequestField.Whole(
            group, "other-namespaces", "Other mount namespaces that are slaves of the host's /", 0, 100_000, request => request.Workload.OtherNamespaces, (request, value) => request.With(load => load with { OtherNamespaces = (int)value }));
        yield return RequestField.Real(
            group, "systemd-scans", "Scans of the mount table a second that systemd allows itself; 0: it does not scan", new RealNumber(0, 1_000), request => request.Workload.SystemdScansPerSecond, (request, value) => request.With(load => load with { SystemdScansPerSecond = value })).In("1/s");
        yield return RequestField.Whole(group, "agents", "Agents that read mountinfo on a timer", 0, 10_000, request => request.Workload.Agents, (request, value) => request.With(load => load with { Agents = (int)value })).AlsoKnownAs("mountinfo-readers");
        yield return RequestField.Real(group, "agent-reads", "Reads a second of each agent", new RealNumber(0, 1_000), request => request.Workload.AgentReadsPerSecond, (request, value) => request.With(load => load with { AgentReadsPerSecond = value })).In("1/s");
        yield return RequestField.Whole(group, "path-components", "Components of a mount's path", 1, 2_048, request => request.Workload.PathComponents, (request, value) => request.With(load => load with { PathComponents = (int)value })); // PATH_MAX / 2
        yield return RequestField.Whole(group, "tasks", "Processes and threads on the machine", 1, 4_194_304, request => request.Workload.Tasks, (request, value) => request.With(load => load with { Tasks = (int)value })); // PID_MAX_LIMIT
        yield return RequestField.Real(group, "walks-per-cpu-ms", "Path walks a millisecond of a runtime's CPU time", new RealNumber(0, 10_000), request => request.Workload.WalksPerCpuMs, (request, value) => request.With(load => load with { WalksPerCpuMs = value }));
        yield return RequestField.Whole(group, "mountinfo-line-bytes", "Bytes of a line of mountinfo, of which 4 KiB are read at a time (by systemd 1 KiB); 0: as in the lab, 69", 0, 65_536, request => request.Workload.MountinfoLineBytes, (request, value) => request.With(load => load with { MountinfoLineBytes = (int)value }));
        yield return RequestField.Whole(group, "walkers", "Tasks of the host's own work that compute and walk paths all the time, at that rate", 0, 10_000, request => request.Workload.Walkers, (request, value) => request.With(load => load with { Walkers = (int)value }));
        yield return RequestField.Word(
            group, "cgroup-driver", "Who makes a container's cgroup; systemd does it in the thread that parses the mount table", drivers, request => request.Workload.SystemdCgroup, (request, value) => request.With(load => load with { SystemdCgroup = value }));
    }

    private static IEnumerable<RequestField> Replications()
    {
        const FieldGroup group = FieldGroup.Replications;
        yield return RequestField.Whole(group, "replications", "Simulations under different seeds", 1, MostReplications, request => request.Replications, (request, value) => request with { Replications = (int)value });
        yield return RequestField.Percentage(
            group, "precision", "Replicate until the p99's interval is this narrow on either side, such as 5%", new Share(0.001, 1), request => request.Precision, (request, value) => request with { Precision = value });
        yield return RequestField.Whole(group, "max-replications", "Where --precision stops", 1, MostReplications, request => request.MaxReplications, (request, value) => request with { MaxReplications = (int)value });
        yield return RequestField.Whole(group, "seed", "Equal seeds give equal bytes, whatever the threads", 0, long.MaxValue, request => request.Seed, (request, value) => request with { Seed = value });
        yield return RequestField.Whole(group, "threads", "Worker threads; by default one a CPU. Never changes a result", 1, 1_024, request => request.Threads, (request, value) => request with { Threads = (int)value });
    }
}
