namespace MountSim.Model.Traces;

/// <summary>How the traces of one kernel compare with a model.</summary>
/// <param name="Release">The kernel, as uname -r has it.</param>
/// <param name="Model">The model's name; empty where there is none.</param>
/// <param name="Note">Why this model, where it is not the kernel's own.</param>
/// <param name="Operations">One a traced operation and parameter, by name.</param>
/// <param name="NotTraced">Locks of the model that the traces do not name, so that nothing can be said of them.</param>
/// <param name="Skipped">Traced operations that could not be compared, each with its reason.</param>
public sealed record KernelMatch(
    string Release, string Model, string Note, IReadOnlyList<OperationMatch> Operations, IReadOnlyList<string> NotTraced, IReadOnlyList<string> Skipped)
{
    /// <summary>True where there is a model.</summary>
    public bool HasModel => Model.Length > 0;

    /// <summary>Operations that agree in everything.</summary>
    public int Agreeing => Operations.Count(item => item.Agrees);

    /// <summary>Operations of which there is a trace.</summary>
    public int Orders => Operations.Count(item => item.OrderAgrees is not null);

    /// <summary>Of these, those that agree in order and nesting.</summary>
    public int OrdersAgreeing => Operations.Count(item => item.OrderAgrees == true);

    /// <summary>The median of the holds' relative errors without sign; null where no hold was compared.</summary>
    public double? MedianHoldError => MedianOf(Operations);

    /// <summary>The same over any operations.</summary>
    public static double? MedianOf(IEnumerable<OperationMatch> operations)
    {
        var sorted = operations.SelectMany(item => item.HoldErrors).Select(Math.Abs).Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
