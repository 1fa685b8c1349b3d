using System.Globalization;

namespace MountSim.Model.Traces;

/// <summary>One run of a traced operation: a kernel, a CPU count, a value of the operation's parameter.</summary>
/// <param name="Release">The kernel, as uname -r has it.</param>
/// <param name="Cpus">Possible and online CPUs.</param>
/// <param name="Operation">The traces' name for it.</param>
/// <param name="Parameter">What was varied; empty for nothing.</param>
/// <param name="Value">The parameter's value, 0 without one.</param>
/// <param name="TotalInstructions">Instructions of the whole operation.</param>
public sealed record TracedRun(string Release, int Cpus, string Operation, string Parameter, int Value, double TotalInstructions)
{
    /// <summary>Use of each lock, by its name and the function that takes it.</summary>
    public Dictionary<(string Lock, string Function), TracedUse> Uses { get; } = [];

    /// <summary>operation@parameter, as the traces' description writes it.</summary>
    public string Series => Parameter.Length == 0 ? Operation : $"{Operation}@{Parameter}";

    /// <summary>The run in a few words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Operation}{(Parameter.Length == 0 ? "" : $" with {Parameter} = {Value}")} on {Cpus} CPU{(Cpus == 1 ? "" : "s")}");
}
