namespace MountSim.Model.Checks;

/// <summary>What is wrong with a model.</summary>
/// <param name="Place">file:line:column where known, else the file or the model.</param>
/// <param name="Problem">What was found and what is allowed.</param>
public sealed record ModelProblem(string Place, string Problem)
{
    /// <summary>file:line:column where known, else the file or the model; printable.</summary>
    public string Place { get; } = OneLine.Of(Place);

    /// <summary>What was found and what is allowed; printable.</summary>
    public string Problem { get; } = OneLine.Of(Problem);
}
