namespace MountSim.Experiments.Requests;

/// <summary>A name or a path: not empty, and no control characters, which would break a line of the output.</summary>
public sealed class PlainText(string helpName) : ValueKind<string>
{
    /// <inheritdoc/>
    public override string HelpName => helpName;

    /// <inheritdoc/>
    protected override string Allowed => "text that is not empty and has no control characters";

    /// <inheritdoc/>
    public override bool TryRead(string text, out string value)
    {
        value = text;
        return text.Trim().Length > 0 && !text.Any(char.IsControl);
    }

    /// <inheritdoc/>
    public override string Text(string value) => value;

    /// <inheritdoc/>
    public override string Refusal(string text) => base.Refusal(string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)));
}
