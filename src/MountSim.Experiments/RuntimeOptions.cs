using System.Globalization;
using MountSim.Model;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments;

/// <summary>What a request sets of its runtime: the variables that options of their own stand for, and those given by name.</summary>
internal static class RuntimeOptions
{
    private const string UserNamespace = "U";
    private const string ContainersPerPod = "C";

    /// <summary>Values by name of variable.</summary>
    /// <exception cref="ModelException">The runtime has no such variable, or two options set the same.</exception>
    public static IReadOnlyDictionary<string, double> Variables(PredictRequest request, RuntimeModel runtime)
    {
        var values = new Dictionary<string, double>(request.Workload.RuntimeVariables, StringComparer.Ordinal);
        if (request.Userns) Add(values, runtime, "--userns", UserNamespace, 1, "makes no user namespaces");
        if (request.ContainersPerPod is { } containers) Add(values, runtime, "--containers-per-pod", ContainersPerPod, containers, "starts no pods");
        return values;
    }

    private static void Add(Dictionary<string, double> values, RuntimeModel runtime, string option, string name, double value, string without)
    {
        var others = RuntimeCatalog.Names.Where(other => Has(RuntimeCatalog.Load(other), name));
        if (!Has(runtime, name))
            throw new ModelException(option, $"runtime {runtime.Name} {without}; allowed: {string.Join(", ", others)}");
        if (values.TryGetValue(name, out var set) && set != value)
            throw new ModelException(option, string.Create(CultureInfo.InvariantCulture, $"sets {name} to {value}, and --set to {set}; allowed: one of them"));
        values[name] = value;
    }

    private static bool Has(RuntimeModel runtime, string name) => runtime.Variables.Any(variable => variable.Name == name);
}
