using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using MountSim.Calibration.Profiles;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments;

/// <summary>
/// The models that come with the tool, each read once: reading them again for every scenario of a sweep cost more than many a simulation. What a user names by a path
/// is read each time, as it may have changed.
/// </summary>
internal static class LoadedModels
{
    // Lazy, so that who comes while one is being read waits for it.
    private static readonly ConcurrentDictionary<string, Lazy<KernelModel>> Kernels = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<RuntimeModel>> Runtimes = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<Machine>> Machines = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(int Cores, int Sockets), BuiltMachine> Sizes = [];
    private static readonly Lazy<HostProfile> OfTool = new(() => EmbeddedProfiles.Default);

    /// <summary>A kernel by name or path.</summary>
    public static KernelModel Kernel(string nameOrPath) => Load(nameOrPath, () => KernelCatalog.Names, Kernels, KernelCatalog.Load);

    /// <summary>A runtime by name or path.</summary>
    public static RuntimeModel Runtime(string nameOrPath) => Load(nameOrPath, () => RuntimeCatalog.Names, Runtimes, RuntimeCatalog.Load);

    /// <summary>A machine by name or path.</summary>
    public static Machine Machine(string nameOrPath) => Load(nameOrPath, () => MachineCatalog.Names, Machines, MachineCatalog.Load);

    /// <summary>A machine by its size.</summary>
    public static BuiltMachine Machine(int cores, int sockets) => Sizes.GetOrAdd((cores, sockets), size => MachineCatalog.Build(size.Cores, size.Sockets));

    /// <summary>The profile that comes with the tool.</summary>
    public static HostProfile DefaultProfile => OfTool.Value;

    // Lazy could make its value itself, by the constructor that the attribute keeps; here it never does.
    private static T Load<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(string nameOrPath, Func<IReadOnlyList<string>> builtIn, ConcurrentDictionary<string, Lazy<T>> loaded, Func<string, T> read)
    {
        if (loaded.TryGetValue(nameOrPath, out var known)) return known.Value;
        return builtIn().Contains(nameOrPath, StringComparer.Ordinal) ? loaded.GetOrAdd(nameOrPath, name => new Lazy<T>(() => read(name))).Value : read(nameOrPath);
    }
}
