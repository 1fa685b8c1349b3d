namespace MountSim.Model;

/// <summary>Bad input: a model file, an expression or an option. The message names the place, the value found and what is allowed.</summary>
public sealed class ModelException : Exception
{
    /// <summary>An input error at a place.</summary>
    /// <param name="place">File with line and column, or the option.</param>
    /// <param name="problem">What was found and what is allowed.</param>
    public ModelException(string place, string problem) : base($"{OneLine.Of(place)}: {OneLine.Of(problem)}") => (Place, Problem) = (OneLine.Of(place), OneLine.Of(problem));

    /// <summary>File with line and column, or the option.</summary>
    public string Place { get; }

    /// <summary>What was found and what is allowed.</summary>
    public string Problem { get; }
}
