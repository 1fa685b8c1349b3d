namespace MountSim.Model.Kernels;

/// <summary>The names of <see cref="Variable"/>s in laws: the long ones and the short ones.</summary>
public static class VariableNames
{
    private static readonly Dictionary<string, Variable> ByName = new(StringComparer.Ordinal)
    {
        ["cpus"] = Variable.Cpus,
        ["mounts"] = Variable.Mounts,
        ["tree"] = Variable.Tree,
        ["receivers"] = Variable.Receivers,
        ["pollers"] = Variable.Pollers,
        ["layers"] = Variable.Layers,
        ["tasks"] = Variable.Tasks,
        ["components"] = Variable.Components,
        ["children"] = Variable.Children,
        ["shared"] = Variable.Shared,
        ["bystanders"] = Variable.Bystanders,
        ["line_bytes"] = Variable.LineBytes,
        ["short_reads"] = Variable.ShortReads,
        ["C"] = Variable.Cpus,
        ["N"] = Variable.Mounts,
        ["T"] = Variable.Tree,
        ["P"] = Variable.Receivers,
        ["R"] = Variable.Pollers,
        ["L"] = Variable.Layers,
    };

    /// <summary>How many variables there are: the length of the values a law is evaluated with.</summary>
    public const int Count = (int)Variable.ShortReads + 1;

    /// <summary>All names, long ones first.</summary>
    public static IReadOnlyCollection<string> All => ByName.Keys;

    /// <summary>The index of a variable's name, or null.</summary>
    public static int? IndexOf(string name) => ByName.TryGetValue(name, out var variable) ? (int)variable : null;
}
