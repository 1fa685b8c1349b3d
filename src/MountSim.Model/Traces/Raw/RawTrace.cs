namespace MountSim.Model.Traces.Raw;

/// <summary>What one boot of the lab's guest wrote.</summary>
/// <param name="Release">The kernel, as uname -r has it.</param>
/// <param name="Cpus">Possible CPUs, all online.</param>
/// <param name="Costs">Instructions that one event of a probe costs, by kernel function.</param>
/// <param name="Sections">The operations in order.</param>
/// <param name="Events">Of all threads, in order of time.</param>
/// <param name="Symbols">The kernel's global data.</param>
internal sealed record RawTrace(
    string Release, int Cpus, IReadOnlyDictionary<string, long> Costs, IReadOnlyList<RawSection> Sections, IReadOnlyList<RawEvent> Events, SymbolTable Symbols);
