using System.Globalization;
using MountSim.Model.Kernels;
using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Kernels;

/// <summary>One run of the lab: an operation on a kernel, with a CPU count and a parameter.</summary>
public sealed class LabRun(TracedRun traced)
{
    public TracedRun Traced { get; } = traced;

    /// <summary>The version's first two numbers.</summary>
    public string Kernel { get; } = string.Create(CultureInfo.InvariantCulture, $"{KernelVersion.Of(traced.Release).Major}.{KernelVersion.Of(traced.Release).Minor}");

    public int Cpus => Traced.Cpus;

    public string Operation => Traced.Operation;

    public string Parameter => Traced.Parameter;

    public int Value => Traced.Value;

    public double Total => Traced.TotalInstructions;

    /// <summary>Acquisitions and held instructions by lock and acquiring function.</summary>
    public IReadOnlyDictionary<(string Lock, string Acquire), LockUse> Locks { get; } =
        traced.Uses.ToDictionary(item => (item.Key.Lock, item.Key.Function), item => new LockUse(item.Value.Acquisitions, item.Value.HeldInstructions));

    /// <summary>Instructions namespace_sem was held, either way.</summary>
    public double NamespaceSemHeld => Locks.Where(item => item.Key.Lock == "namespace_sem").Sum(item => item.Value.HeldInstructions);

    /// <summary>Acquisitions by one function.</summary>
    public double Count(string name, string acquire) => Locks.TryGetValue((name, acquire), out var use) ? use.Acquisitions : 0;

    /// <summary>Probes that fired: one an acquisition, one a release where it can be probed (5.10 inlines the plain spinlock's).</summary>
    public double Probes => Locks.Sum(item => item.Value.Acquisitions * (LabData.Traces.Functions(Traced.Release) is var seen
        && TraceFunctions.Taking(item.Key.Acquire) && seen.Contains(TraceFunctions.Release(item.Key.Acquire)) ? 2 : 1));

    /// <summary>Acquisitions by any function.</summary>
    public double Count(string name) => Locks.Where(item => item.Key.Lock == name).Sum(item => item.Value.Acquisitions);

    /// <summary>True where the laws were fitted: every second value of each parameter and of the CPUs.</summary>
    public bool Fitted => Cpus is 1 or 4 or 16 && Parameter switch
    {
        "extra_mounts" => Value is 0 or 100 or 400,
        "layers" => Value is 1 or 5 or 20,
        "peers" or "slaves" => Value is 0 or 4 or 64,
        "pollers" or "extra_tasks" => Value is 0 or 4 or 400,
        "components" => Value is 3 or 11,
        _ => true,
    };

    public override string ToString() => $"{Kernel},{Cpus},{Operation},{Parameter},{(Parameter.Length == 0 ? "" : Value)}";
}
