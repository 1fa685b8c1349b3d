using System.CommandLine;
using System.CommandLine.Completions;
using MountSim.Experiments;
using MountSim.Model;

namespace MountSim.Cli.Options;

/// <summary>What the burst runs on.</summary>
internal sealed class MachineOptions
{
    private const int MostCpus = 8192; // CONFIG_NR_CPUS at its largest
    private static readonly PredictRequest Defaults = new();

    private readonly TextOption machine = new("--machine", "NAME|FILE", "Machine by name or file; without it, one is built of --cores and --sockets (192 over 2)");
    private readonly IntegerOption cores = new("--cores", "Physical cores over all sockets", 1, MostCpus);
    private readonly IntegerOption sockets = new("--sockets", "Sockets", 1, 64);
    private readonly ChoiceOption<int?> smt = new(
        "--smt",
        "Hardware threads a core. off: switched off at boot, so that the siblings stay possible CPUs; for an instance launched without them give --possible-cpus too",
        new Dictionary<string, int?>(StringComparer.Ordinal) { ["on"] = 2, ["off"] = 1, ["1"] = 1, ["2"] = 2 });
    private readonly IntegerOption possibleCpus = new("--possible-cpus", "CPUs the kernel has set up room for, which decide per-CPU costs; by default the machine's hardware threads", 1, MostCpus);
    private readonly TextOption kernel = new("--kernel", "NAME|FILE", "Kernel model by name or file", Defaults.Kernel);
    private readonly RuntimeOption runtime = new();
    private readonly ProfileOption profile = new();

    public MachineOptions()
    {
        machine.CompletionSources.Add(_ => Names("machines"));
        kernel.CompletionSources.Add(_ => Names("kernels"));
        Group = new OptionGroup("Machine, kernel and runtime", [machine, cores, sockets, smt, possibleCpus, kernel, runtime, profile]);
    }

    public OptionGroup Group { get; }

    public PredictRequest Apply(PredictRequest request, ParseResult parsed) => request with
    {
        Machine = parsed.GetValue(machine),
        Cores = parsed.GetValue(cores),
        Sockets = parsed.GetValue(sockets),
        Smt = parsed.GetValue(smt),
        PossibleCpus = parsed.GetValue(possibleCpus),
        Kernel = parsed.GetValue(kernel)!,
        Runtime = parsed.GetValue(runtime)!,
        Profile = parsed.GetValue(profile),
    };

    private static IEnumerable<CompletionItem> Names(string folder) => new ModelFiles(folder, folder).Names.Select(name => new CompletionItem(name));
}
