using MountSim.Model.Kernels;

namespace MountSim.Model.Simulation;

/// <summary>All that is made faster or slower in a scenario: factors by name.</summary>
internal sealed class WhatIfs(IReadOnlyList<WhatIf> all)
{
    /// <summary>Nothing is.</summary>
    public static WhatIfs None { get; } = new([]);

    /// <summary>The factor of a cost, an operation or a part of one; 1 where nothing is said.</summary>
    public double this[string name] => all.Where(one => one.Target == name).Aggregate(1.0, (product, one) => product * one.Factor);

    /// <summary>The factor of the code that runs while a lock is held.</summary>
    public double Held(LockDefinition definition) => definition.Symbol == definition.Id ? this[definition.Id] : this[definition.Id] * this[definition.Symbol];
}
