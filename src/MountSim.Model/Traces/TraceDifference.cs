namespace MountSim.Model.Traces;

/// <summary>The first thing in which a model and a trace differ.</summary>
/// <param name="TracePlace">file:line of the trace.</param>
/// <param name="ModelPlace">file:line:column of the step; empty where the model has none.</param>
/// <param name="Text">What differs.</param>
public sealed record TraceDifference(string TracePlace, string ModelPlace, string Text)
{
    /// <summary>Places and text on one line.</summary>
    public override string ToString() => $"{TracePlace}: {Text}{(ModelPlace.Length == 0 ? "" : $" ({ModelPlace})")}";
}
