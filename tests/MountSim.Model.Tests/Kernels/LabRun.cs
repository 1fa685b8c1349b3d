using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

/// <summary>One run of the lab: an operation on a kernel, with a CPU count and a parameter.</summary>
public sealed record LabRun(string Kernel, int Cpus, string Operation, string Parameter, int Value, double Total)
{
    /// <summary>Acquisitions and held instructions by lock and acquiring function.</summary>
    public Dictionary<(string Lock, string Acquire), LockUse> Locks { get; } = [];

    /// <summary>Instructions namespace_sem was held, either way.</summary>
    public double NamespaceSemHeld => Locks.Where(item => item.Key.Lock == "namespace_sem").Sum(item => item.Value.HeldInstructions);

    /// <summary>Acquisitions by one function.</summary>
    public double Count(string name, string acquire) => Locks.GetValueOrDefault((name, acquire)).Acquisitions;

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
