namespace MountSim.Experiments.Requests;

/// <summary>A share, written as a percentage (5%) or as a fraction (0.05).</summary>
public sealed class Share(double min, double max) : ValueKind<double>
{
    /// <inheritdoc/>
    public override string HelpName => "PERCENT";

    /// <inheritdoc/>
    protected override string Allowed => $"{Text(min)} to {Text(max)}, or the fraction {Numbers.Text(min)} to {Numbers.Text(max)}";

    /// <inheritdoc/>
    public override bool TryRead(string text, out double value)
    {
        var isPercentage = text.EndsWith('%');
        if (!Numbers.TryReal(isPercentage ? text[..^1] : text, out value)) return false;
        if (isPercentage) value /= 100;
        return value >= min && value <= max;
    }

    /// <inheritdoc/>
    public override string Text(double value) => Numbers.Text(value * 100) + "%";
}
