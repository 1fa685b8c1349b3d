namespace MountSim.Experiments.Requests;

/// <summary>A finite number within bounds.</summary>
/// <param name="min">Smallest.</param>
/// <param name="max">Largest allowed.</param>
/// <param name="aboveMin">The smallest itself is not allowed.</param>
public sealed class RealNumber(double min, double max, bool aboveMin = false) : ValueKind<double>
{
    /// <inheritdoc/>
    public override string HelpName => "X";

    /// <inheritdoc/>
    protected override string Allowed => $"a number {(aboveMin ? $"above {Numbers.Text(min)}, at most" : $"from {Numbers.Text(min)} to")} {Numbers.Text(max)}";

    /// <inheritdoc/>
    public override bool TryRead(string text, out double value)
    {
        var read = Numbers.TryReal(text, out value) && value <= max && (aboveMin ? value > min : value >= min);
        value += 0.0; // adding zero turns minus zero into zero
        return read;
    }

    /// <inheritdoc/>
    public override string Text(double value) => Numbers.Text(value);
}
