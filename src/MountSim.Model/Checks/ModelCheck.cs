using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Mitigations;
using MountSim.Model.Runtimes;
using MountSim.Model.Yaml;

namespace MountSim.Model.Checks;

/// <summary>
/// Loads models and checks them: references, nesting and order of locks, sources, and that runtimes call what the kernels have. Every lock
/// taken is released by the form of the files: a hold is a block.
/// </summary>
public static class ModelCheck
{
    private const string Kernel = "kernel", Machine = "machine", Mitigation = "mitigation", Runtime = "runtime";

    /// <summary>Names of all models that come with MountSim, with their kinds.</summary>
    public static IReadOnlyList<(string Kind, string Name)> All =>
    [
        .. KernelCatalog.Names.Select(name => (Kernel, name)),
        .. MachineCatalog.Names.Select(name => (Machine, name)),
        .. RuntimeCatalog.Names.Select(name => (Runtime, name)),
        .. MitigationCatalog.Names.Select(name => (Mitigation, name)),
    ];

    /// <summary>Checks models by name, or files by path; all that come with MountSim when none is named.</summary>
    /// <param name="names">Names or paths; none for all.</param>
    /// <param name="ofChanges">What is wrong with a mitigation's changes, which only those know who know the options; null: only the form of the file is checked.</param>
    /// <param name="cancellation">Stops it between two models.</param>
    /// <exception cref="ModelException">There is no model of a name.</exception>
    public static IReadOnlyList<CheckedModel> Run(IReadOnlyList<string> names, Func<Mitigations.Mitigation, IReadOnlyList<ModelProblem>>? ofChanges = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<(string Kind, string Name)> chosen = names.Count == 0 ? All : [.. names.SelectMany(Find)];
        var kernels = new Lazy<IReadOnlyList<KernelModel>>(() => LoadKernels(cancellation));
        var models = new List<CheckedModel>(chosen.Count);
        foreach (var (kind, name) in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            models.Add(new CheckedModel(kind, name, Problems(kind, name, kernels, ofChanges ?? (_ => []))));
        }
        return models;
    }

    private static IEnumerable<(string Kind, string Name)> Find(string name)
    {
        var found = IsPath(name) ? [(KindOf(YamlFile.Read(name)), name)] : All.Where(model => model.Name == name).ToList();
        if (found.Count > 0)
            return found;
        var hint = NearestName.Hint(name, [.. All.Select(model => model.Name).Distinct()]);
        throw new ModelException("models check", $"no model is named '{name}'; {hint}, or the path of a .yaml file");
    }

    private static bool IsPath(string name) =>
        name.Contains('/', StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);

    private static string KindOf(YamlMap file) => file switch
    {
        _ when file.Has("topology") => Machine,
        _ when file.Has("change") || file.Has("price") => Mitigation,
        _ when file.Has("start") || file.Has("stop") || file.Has("mounts_left") || file.Has("variables") => Runtime,
        _ => Kernel,
    };

    private static IReadOnlyList<ModelProblem> Problems(
        string kind, string name, Lazy<IReadOnlyList<KernelModel>> kernels, Func<Mitigations.Mitigation, IReadOnlyList<ModelProblem>> ofChanges) => kind switch
    {
        Kernel => [.. KernelCatalog.Problems(name).Select(problem => new ModelProblem(problem.Place, problem.Problem))],
        Machine => Caught(() =>
        {
            MachineCatalog.FromFile(name);
            return [];
        }),
        Mitigation => Caught(() => ofChanges(MitigationCatalog.Load(name))),
        _ => Caught(() => RuntimeOperations.Missing(RuntimeCatalog.Load(name), kernels.Value)),
    };

    /// <summary>The kernels that load; the others have lines of their own.</summary>
    private static List<KernelModel> LoadKernels(CancellationToken cancellation)
    {
        var kernels = new List<KernelModel>();
        foreach (var name in KernelCatalog.Names)
        {
            cancellation.ThrowIfCancellationRequested();
            if (KernelCatalog.Problems(name).Count == 0) kernels.Add(KernelCatalog.Load(name));
        }
        return kernels;
    }

    private static IReadOnlyList<ModelProblem> Caught(Func<IReadOnlyList<ModelProblem>> check)
    {
        try
        {
            return check();
        }
        catch (ModelException e)
        {
            return [new ModelProblem(e.Place, e.Problem)];
        }
    }
}
