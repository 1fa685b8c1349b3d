namespace MountSim.Model.Traces;

/// <summary>How an operation of the traces, with all values of one parameter, compares with the model.</summary>
/// <param name="Series">operation or operation@parameter, as the traces name it.</param>
/// <param name="Operations">The model's operations that it is.</param>
public sealed record OperationMatch(string Series, IReadOnlyList<string> Operations)
{
    /// <summary>Order and nesting of locks agree; null where there is no trace of it.</summary>
    public bool? OrderAgrees { get; init; }

    /// <summary>Numbers of acquisitions compared: one a run, lock and mode.</summary>
    public int Counts { get; init; }

    /// <summary>Of these, those that agree exactly.</summary>
    public int CountsExact { get; init; }

    /// <summary>Relative errors of the held instructions, the model's against the trace's, where the counts agree; no tolerance is applied to them.</summary>
    public required IReadOnlyList<double> HoldErrors { get; init; }

    /// <summary>Holds within the tolerance.</summary>
    public int HoldsWithin { get; init; }

    /// <summary>Holds that something else made longer, which are no difference.</summary>
    public int HoldsDisturbed { get; init; }

    /// <summary>The first difference: of order, else of a count, else of a hold.</summary>
    public TraceDifference? First { get; init; }

    /// <summary>True where nothing differs.</summary>
    public bool Agrees => First is null;
}
