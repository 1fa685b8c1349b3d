using System.Globalization;
using MountSim.Model.Runtimes;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>What the measuring process is told of a bundle and of the program that starts it: the model's variables, as counts.</summary>
/// <param name="Program">One of <see cref="OciProgram.All"/>, by name.</param>
/// <param name="Path">Where the program lies.</param>
/// <param name="Owner">Begins the containers' names: the process that wants the burst.</param>
/// <param name="PseudoFileSystems">The model's P.</param>
/// <param name="EngineBinds">The model's F.</param>
/// <param name="Volumes">The model's V.</param>
/// <param name="MaskedFiles">The model's MF.</param>
/// <param name="MaskedDirectories">The model's MD.</param>
/// <param name="ReadOnlyPaths">The model's R.</param>
internal sealed record BundleOrder(
    string Program, string Path, string Owner, int PseudoFileSystems, int EngineBinds, int Volumes, int MaskedFiles, int MaskedDirectories, int ReadOnlyPaths)
{
    // What a bundle of ours never has: a user namespace, devices, a terminal, idmapped or read-only mounts, a shared or read-only root, throttle directories.
    private static readonly string[] Never = ["U", "DEV", "TTY", "Vid", "Vro", "RO", "RP", "T"];

    /// <summary>The bundle that a model's variables describe.</summary>
    /// <param name="runtime">The program.</param>
    /// <param name="model">The model of its version.</param>
    /// <param name="values">The model's values, by <see cref="RuntimeSlots"/>.</param>
    /// <param name="volumes">The workload's volumes.</param>
    /// <exception cref="CalibrationException">A variable has a value that no bundle of ours, or this host, has.</exception>
    internal static BundleOrder Of(InstalledRuntime runtime, RuntimeModel model, IReadOnlyList<double> values, int volumes)
    {
        var engine = runtime.Program.Engine;
        foreach (var name in Never.Where(name => Value(model, values, name) is not null))
            Count(model, values, name, 0, "what a bundle of the burst's own has");
        return new BundleOrder(
            runtime.Program.Name,
            runtime.Path,
            Hosts.Owner.Self(),
            Count(model, values, "P", OciBundle.MostPseudoFileSystems, "the pseudo file systems of an OCI specification"),
            Count(model, values, "F", engine.Binds.Count, "what its engine binds"),
            volumes,
            Count(model, values, "MF", engine.MaskedFiles.Count, "the masked files that this host has"),
            Count(model, values, "MD", engine.MaskedDirectories.Count, "the masked directories that this host has"),
            Count(model, values, "R", engine.ReadOnlyPaths.Count, "the read-only paths that this host has"));
    }

    private static int Count(RuntimeModel model, IReadOnlyList<double> values, string name, int most, string what) =>
        Value(model, values, name) is { } value && value >= 0 && value <= most && value == Math.Floor(value)
            ? (int)value
            : throw new CalibrationException(string.Create(
                CultureInfo.InvariantCulture, $"runtime {model.Name}: variable {name} is {Value(model, values, name)}, and real starts have 0 to {most}, {what}; allowed: --set {name}={most}"));

    private static double? Value(RuntimeModel model, IReadOnlyList<double> values, string name) =>
        Enumerable.Range(0, model.Variables.Count).Where(i => model.Variables[i].Name == name).Select(i => (double?)values[RuntimeSlots.FirstVariable + i]).FirstOrDefault();
}
