namespace MountSim.Experiments.Requests;

/// <summary>A whole number within bounds, both allowed.</summary>
public sealed class WholeNumber(long min, long max) : ValueKind<long>
{
    /// <inheritdoc/>
    public override string HelpName => "N";

    /// <inheritdoc/>
    protected override string Allowed => $"a whole number from {Numbers.Text(min)} to {Numbers.Text(max)}";

    /// <inheritdoc/>
    public override bool TryRead(string text, out long value) => Numbers.TryWhole(text, out value) && value >= min && value <= max;

    /// <inheritdoc/>
    public override string Text(long value) => Numbers.Text(value);
}
