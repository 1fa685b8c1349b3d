using System.Globalization;
using MountSim.Model.Kernels;
using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>A container runtime: what it does, in order, to start and to stop one container. Immutable; what it includes is spliced in.</summary>
public sealed record RuntimeModel
{
    /// <summary>The name that <c>--runtime</c> takes.</summary>
    public required string Name { get; init; }

    /// <summary>A line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Version and place it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>The program, and its versions, whose starts these steps are; null where it is not one program on its own.</summary>
    public DescribedProgram? Describes { get; init; }

    /// <summary>Runtimes it extends or includes, the nearest first.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    /// <summary>True when the container's namespace exists, private, before the start; otherwise a <c>namespace.copy</c> step makes it.</summary>
    public required bool NamespaceBeforeStart { get; init; }

    /// <summary>Its variables in the order of their slots.</summary>
    public required IReadOnlyList<RuntimeVariable> Variables { get; init; }

    /// <summary>The start, in order; one task does one step after the other.</summary>
    public required IReadOnlyList<RuntimeStep> Start { get; init; }

    /// <summary>The stop, in order.</summary>
    public required IReadOnlyList<RuntimeStep> Stop { get; init; }

    /// <summary>Mounts a running container leaves in the host's namespace.</summary>
    public required Expression HostMountsLeft { get; init; }

    /// <summary>Mounts a running container has in its own namespace.</summary>
    public required Expression ContainerMountsLeft { get; init; }

    /// <summary>How often a law says: rounded to the nearest whole number, 0 when negative.</summary>
    public static int Times(Expression law, ReadOnlySpan<double> values) =>
        Math.Max(0, (int)Math.Round(law.Evaluate(values), MidpointRounding.AwayFromZero));

    /// <summary>
    /// The values that this runtime's laws are evaluated with, by <see cref="RuntimeSlots"/>: workload values and the runtime's variables set,
    /// <see cref="RuntimeSlots.HostMounts"/> as given, the container's mounts 0. The simulator updates the state slots of its copy.
    /// </summary>
    /// <param name="inputs">The workload's side.</param>
    /// <param name="overrides">Variables to set instead of their laws: <c>U</c> = 1 for a user namespace.</param>
    /// <exception cref="ModelException">An override names no variable of this runtime, or one that is fixed.</exception>
    public double[] Bind(RuntimeInputs inputs, IReadOnlyDictionary<string, double>? overrides = null)
    {
        CheckNames(overrides);
        var values = new double[RuntimeSlots.FirstVariable + Variables.Count];
        values[RuntimeSlots.Layers] = inputs.Layers;
        values[RuntimeSlots.Volumes] = inputs.Volumes;
        values[RuntimeSlots.Components] = inputs.Components;
        values[RuntimeSlots.PossibleCpus] = inputs.PossibleCpus;
        values[RuntimeSlots.HostMounts] = inputs.HostMounts;
        values[RuntimeSlots.ThrottleDirectories] = inputs.ThrottleDirectories;
        for (var i = 0; i < Variables.Count; i++)
        {
            var variable = Variables[i];
            var law = variable.Law.Evaluate(values);
            var set = overrides?.TryGetValue(variable.Name, out var found) == true ? found : law;
            if (variable.Fixed is { } reason && set != law)
                throw new ModelException($"runtime {Name}", string.Create(CultureInfo.InvariantCulture, $"variable '{variable.Name}' is '{set}'; allowed: {law}, {reason}"));
            values[RuntimeSlots.FirstVariable + i] = set;
        }

        return values;
    }

    /// <summary>System calls and CPU time of a start.</summary>
    public RuntimeCounts CountStart(ReadOnlySpan<double> values) => RuntimeCounts.Of(Start, values);

    /// <summary>System calls and CPU time of a stop.</summary>
    public RuntimeCounts CountStop(ReadOnlySpan<double> values) => RuntimeCounts.Of(Stop, values);

    /// <summary>Calls of a start that attach or detach mounts: the <c>mount_operations</c> of a container.</summary>
    public int MountOperations(ReadOnlySpan<double> values) => CountStart(values).MountOperations;

    private void CheckNames(IReadOnlyDictionary<string, double>? overrides)
    {
        var names = Variables.Select(variable => variable.Name).ToList();
        foreach (var name in overrides?.Keys ?? [])
        {
            if (!names.Contains(name))
                throw new ModelException($"runtime {Name}", $"unknown variable '{name}'; {NearestName.Hint(name, names)}");
        }
    }
}
