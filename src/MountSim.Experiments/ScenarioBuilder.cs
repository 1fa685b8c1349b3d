using System.Globalization;
using MountSim.Calibration.Profiles;
using MountSim.Model;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;
using MountSim.Model.Simulation;
using MountSim.Model.Workloads;

namespace MountSim.Experiments;

/// <summary>Makes a scenario of a request: loads the models, fills in the defaults, and says where everything came from.</summary>
public sealed class ScenarioBuilder
{
    private const int DefaultCores = 192;
    private const int DefaultSockets = 2;
    private const string MachineGuess = "machine, a guess";
    private const string Guess = "default, a guess";

    private readonly PredictRequest _request;
    private readonly Settings _settings = new();
    private readonly List<string> _notes = [];

    private readonly HostProfile? _profile;

    private ScenarioBuilder(PredictRequest request, HostProfile? profile) => (_request, _profile) = (request, profile);

    /// <summary>Builds the scenario.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="profile">A profile that was taken just now, instead of the request's.</param>
    /// <exception cref="ModelException">A model or an option is not usable; the message says which and what is allowed.</exception>
    public static BuiltScenario Build(PredictRequest request, HostProfile? profile = null) => new ScenarioBuilder(request, profile).Build();

    private BuiltScenario Build()
    {
        var machine = Machine();
        var kernel = LoadedModels.Kernel(_request.Kernel);
        var runtime = LoadedModels.Runtime(_request.Runtime);
        var profile = _profile ?? (_request.Profile is { } path ? ProfileFile.Read(path) : LoadedModels.DefaultProfile);
        var workload = _request.Workload with { RuntimeVariables = RuntimeOptions.Variables(_request, runtime) };
        Describe(machine, kernel, runtime, workload, profile);
        var scenario = new Scenario(machine, kernel, runtime, workload, profile.ToCostModel()) { WhatIf = _request.WhatIf, Api = _request.Api };
        if (scenario.FallbackNote() is { } fallback) _notes.Add(fallback);
        var (settled, running) = RunningContainers.Settle(scenario);
        if (running is not null) _notes.Add(running);
        return new BuiltScenario(settled, _settings.List, _notes);
    }

    private Machine Machine()
    {
        var machine = ChosenMachine();
        if (_request.Smt is { } smt)
        {
            machine = machine.WithSmt(smt);
            _notes.Add($"SMT set to {smt}: siblings that are off stay possible CPUs unless --possible-cpus says otherwise.");
        }

        if (_request.PossibleCpus is { } possible) machine = machine.WithPossibleCpus(possible);
        return _request.PinSockets is { } sockets ? machine.PinnedTo(sockets) : machine;
    }

    private Machine ChosenMachine()
    {
        if (_request.Machine is { } name)
        {
            if (_request.Cores is not null || _request.Sockets is not null)
                throw new ModelException("--machine", "goes without --cores and --sockets: a machine file already says how many it has");
            return LoadedModels.Machine(name);
        }

        var built = LoadedModels.Machine(_request.Cores ?? DefaultCores, _request.Sockets ?? (_request.Cores is null ? DefaultSockets : 1));
        if (built.Note is { } note) _notes.Add(note);
        return built.Machine;
    }

    private void AddFigure(string name, Figure figure, string unit = "") =>
        _settings.Add(name, string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {unit}").TrimEnd(), figure.Guess ? MachineGuess : "machine");

    private void Describe(Machine machine, KernelModel kernel, RuntimeModel runtime, Workload workload, HostProfile profile)
    {
        _settings.Add("machine", machine.ToString(), _request.Machine is null && _request.Cores is null && _request.Sockets is null ? "default" : "option");
        if (_request.PinSockets is { } pinned) _settings.Add("pinned to sockets", pinned.ToString(CultureInfo.InvariantCulture), "option");
        _settings.Add("possible CPUs", machine.PossibleCpus.ToString(CultureInfo.InvariantCulture), _request.PossibleCpus is null ? "machine" : "option");
        AddFigure("ns an instruction", machine.NsPerInstruction);
        AddFigure("SMT siblings together", machine.SmtThroughput, "of one");
        if (machine.IsHost && profile.Scheduling?.SliceMicroseconds is { } slice) _settings.Add("time slice", string.Create(CultureInfo.InvariantCulture, $"{slice.Value / 1000:0.##} ms"), "profile");
        else AddFigure("time slice", machine.TimeSliceMs, "ms");
        var wakeUps = machine.Description.WakeUpMicroseconds.OrderBy(figure => figure.Key).Select(figure => figure.Value).ToList();
        _settings.Add(
            "wake-up",
            string.Join(", ", wakeUps.Select(figure => figure.Value.ToString(CultureInfo.InvariantCulture))) + " us",
            wakeUps.Exists(figure => figure.Guess) ? MachineGuess : "machine");
        _settings.Add("kernel", kernel.Name, request => request.Kernel);
        _settings.Add("runtime", runtime.Name, request => request.Runtime);
        if (_request.Api != MountApi.AsRuntime) _settings.Add("mounts by", _request.Api == MountApi.Fd ? "the fd API" : "mount(2)", "option");
        foreach (var whatIf in _request.WhatIf)
        {
            whatIf.Check(kernel);
            _settings.Add(whatIf.Target, string.Create(CultureInfo.InvariantCulture, $"x{whatIf.Factor} of its time"), "what-if");
        }

        _settings.Add("profile", profile.Name, _request.Profile is null ? "embedded" : "option");
        _settings.Add("containers", workload.Containers, request => request.Workload.Containers);
        _settings.Add("concurrency", workload.Concurrency?.ToString(CultureInfo.InvariantCulture) ?? "all at once", workload.Concurrency is null ? "default" : "option");
        if (workload.StartsPerSecond is { } rate) _settings.Add("starts that come", string.Create(CultureInfo.InvariantCulture, $"{rate}/s"), "option");
        if (workload.Running > 0) _settings.Add("containers that run already", workload.Running, request => request.Workload.Running);
        _settings.Add("layers", workload.Layers, request => request.Workload.Layers);
        _settings.Add("volumes", workload.Volumes, request => request.Workload.Volumes);
        foreach (var (name, value) in workload.RuntimeVariables.OrderBy(set => set.Key, StringComparer.Ordinal))
            _settings.Add($"runtime's {name}", value.ToString(CultureInfo.InvariantCulture), "option");
        _settings.Add("mounts on the host", workload.HostMounts, request => request.Workload.HostMounts, origin: Guess);
        _settings.Add("other mount namespaces", workload.OtherNamespaces, request => request.Workload.OtherNamespaces, origin: Guess);
        _settings.Add("systemd scans", workload.SystemdScansPerSecond, request => request.Workload.SystemdScansPerSecond, "/s at most");
        _settings.Add("agents", workload.Agents, request => request.Workload.Agents, origin: Guess);
        _settings.Add("reads of an agent", workload.AgentReadsPerSecond, request => request.Workload.AgentReadsPerSecond, "/s", Guess);
        _settings.Add("path components", workload.PathComponents, request => request.Workload.PathComponents, origin: Guess);
        _settings.Add("tasks on the machine", workload.Tasks, request => request.Workload.Tasks, origin: Guess);
        _settings.Add("path walks of user code", workload.WalksPerCpuMs, request => request.Workload.WalksPerCpuMs, "/ms", Guess);
        _settings.Add("bytes of a mountinfo line", workload.MountinfoLineBytes, request => request.Workload.MountinfoLineBytes, origin: "default, 0: the lab's");
        _settings.Add("tasks that walk paths all the time", workload.Walkers, request => request.Workload.Walkers, origin: Guess);
        _settings.Add("cgroup driver", workload.SystemdCgroup ? "systemd" : "cgroupfs", workload.SystemdCgroup ? "option" : "default");
        if (workload.LifetimeSeconds is { } lifetime) _settings.Add("lifetime", string.Create(CultureInfo.InvariantCulture, $"{lifetime} s"), "option");
        _settings.Add("seed", _request.Seed, request => request.Seed);
        if (KernelCatalog.NoteOf(_request.Kernel) is { } note) _notes.Add(note);
        if (kernel.WhatIf) _notes.Add($"{kernel.Name} is a what-if, not a kernel: {kernel.Title}");
        _notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Kernel work was timed on {profile.Host.CpuName} ({profile.Host.MachineFamily}{(profile.Host.Virtualised ? ", a guest" : "")}) under Linux {profile.Host.Kernel} and carried to {machine.Name} by the ratio of ns an instruction "
            + $"({machine.NsPerInstruction.Value} to {profile.Baseline.NsPerInstruction}); its interval and the machine's go into every replication."));
    }
}
