namespace MountSim.Experiments.Requests;

/// <summary>NAME=VALUE with a number.</summary>
public sealed class Assignment : ValueKind<KeyValuePair<string, double>>
{
    private const double Most = 1e6;

    /// <inheritdoc/>
    public override string HelpName => "NAME=VALUE";

    /// <inheritdoc/>
    protected override string Allowed => "NAME=VALUE with a number from 0 to 1000000";

    /// <inheritdoc/>
    public override bool TryRead(string text, out KeyValuePair<string, double> value)
    {
        value = default;
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || !Numbers.TryReal(text[(at + 1)..], out var number) || number is < 0 or > Most) return false;
        value = new(text[..at], number);
        return true;
    }

    /// <inheritdoc/>
    public override string Text(KeyValuePair<string, double> value) => $"{value.Key}={Numbers.Text(value.Value)}";
}
